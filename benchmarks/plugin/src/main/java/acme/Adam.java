package acme;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/** Adam (Kingma and Ba 2015), its means corrected one by one. */
final class Adam implements Optimizer<Adam.Moments> {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    /**
     * What is remembered.
     *
     * @param m mean of gradients
     * @param v mean of squared gradients
     */
    public record Moments(Tensor m, Tensor v) implements State {}

    @Override
    public double learningRate() {
        return 0.001;
    }

    @Override
    public Moments initialState(Tensor parameter, Pass pass) {
        return new Moments(pass.zeros(parameter.shape()), pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<Moments> update(Tensor parameter, Tensor gradient, Moments state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Tensor unbias1 = scalars.of((learningRate, step) -> 1 / (1 - Math.pow(BETA1, (double) step)));
        Tensor unbias2 = scalars.of((learningRate, step) -> 1 / (1 - Math.pow(BETA2, (double) step)));
        Tensor m = state.m().times(BETA1).plus(gradient.times(1 - BETA1));
        Tensor v = state.v().times(BETA2).plus(gradient.square().times(1 - BETA2));
        Tensor step =
                m.times(unbias1).dividedBy(v.times(unbias2).sqrt().plus(1e-8)).times(rate);
        return new Updated<>(parameter.minus(step), new Moments(m, v));
    }

    /** Registers the optimiser. */
    static final class Provider implements OptimizerProvider<NoParameters> {
        @Override
        public String name() {
            return "adam";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Adam (Kingma and Ba 2015).";
        }

        @Override
        public Optimizer<?> create(NoParameters parameters) {
            return new Adam();
        }
    }
}
