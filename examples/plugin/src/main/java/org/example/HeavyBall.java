package org.example;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * Descent with the momentum of a heavy ball (Polyak 1964).
 * <pre>
 *   v′ = μ v − η g
 *   θ′ = θ + v′
 * </pre>
 */
public final class HeavyBall implements OptimizerProvider<HeavyBall.Parameters> {

    /** What stands in a model file: {@code {type: example/heavy_ball, learning_rate: 0.05}}. */
    public record Parameters(
            @Param("Learning rate before any schedule, η.") @Range(min = 0, minExclusive = true)
            double learningRate,

            @Param("What is kept of the velocity, μ.") @Default("0.9") @Range(min = 0, max = 1, maxExclusive = true)
            double momentum) {}

    /** What is remembered of a parameter: its velocity. */
    public record Velocity(Tensor v) implements State {}

    private record Rule(double learningRate, double momentum) implements Optimizer<Velocity> {
        @Override
        public Velocity initialState(Tensor parameter, Pass pass) {
            return new Velocity(pass.zeros(parameter.shape()));
        }

        @Override
        public Updated<Velocity> update(Tensor parameter, Tensor gradient, Velocity state, Scalars scalars) {
            Tensor rate = scalars.of((learningRate, step) -> learningRate);
            Tensor v = state.v().times(momentum).minus(gradient.times(rate));
            return new Updated<>(parameter.plus(v), new Velocity(v));
        }
    }

    @Override
    public String name() {
        return "heavy_ball";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String description() {
        return "Descent with the momentum of a heavy ball (Polyak 1964).";
    }

    @Override
    public Optimizer<?> create(Parameters parameters) {
        return new Rule(parameters.learningRate(), parameters.momentum());
    }
}
