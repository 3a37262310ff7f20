package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;

/**
 * Stochastic weight averaging (Izmailov et al. 2018, algorithm 1): the mean of the values at the end of every epoch from one on; before
 * it, the values themselves. With t the number of the epoch and s the first that counts,
 * <pre>
 *   a′ = a + (θ − a) / max(1, t − s + 1)
 * </pre>
 *
 * @param epoch s
 */
record SinceEpoch(int epoch) implements Averaging<NoState> {
    @Override
    public Moment moment() {
        return Moment.EPOCH;
    }

    @Override
    public NoState initialState(Tensor parameter, Pass pass) {
        return new NoState();
    }

    @Override
    public Averaged<NoState> look(Tensor mean, Tensor parameter, NoState state, Weights weights) {
        Tensor share = weights.of(number -> 1.0 / Math.max(1, number - epoch + 1));
        return new Averaged<>(mean.plus(parameter.minus(mean).times(share)), state);
    }

    /**
     * Parameters of {@code since_epoch}.
     *
     * @param epoch s
     */
    public record Parameters(
            @Param("The first epoch whose parameters count.") @Default("1") @Range(min = 1)
            int epoch) {}

    static final class Provider implements AveragingProvider<Parameters> {
        @Override
        public String name() {
            return "since_epoch";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Stochastic weight averaging: the mean of the parameters at the end of every epoch from one on (Izmailov et al. 2018).";
        }

        @Override
        public Averaging<?> create(Parameters parameters) {
            return new SinceEpoch(parameters.epoch());
        }
    }
}
