package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Averaging;

/**
 * Stochastic weight averaging (Izmailov et al. 2018, algorithm 1): the mean of the values at the end of every epoch from one on; before
 * it, the values themselves. With t the number of the epoch and s the first that counts,
 * <pre>
 *   a′ = a + (θ − a) / max(1, t − s + 1)
 * </pre>
 */
final class SinceEpoch implements AveragingProvider<SinceEpoch.Parameters> {
    /**
     * Parameters of {@code since_epoch}.
     *
     * @param epoch s
     */
    public record Parameters(
            @Param("The first epoch whose parameters count.") @Default("1") @Range(min = 1)
            int epoch) {}

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
        int first = parameters.epoch();
        return Averaging.moving(Averaging.Moment.EPOCH, epoch -> 1.0 / Math.max(1, epoch - first + 1));
    }
}
