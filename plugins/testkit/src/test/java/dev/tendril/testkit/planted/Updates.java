package dev.tendril.testkit.planted;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Optimizer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/** Optimisers and averagings, right but for what their name says. */
final class Updates {
    private Updates() {}

    private record Of(String name, Supplier<Optimizer<?>> making)
            implements Defective, OptimizerProvider<NoParameters> {
        @Override
        public Optimizer<?> create(NoParameters parameters) {
            return making.get();
        }
    }

    /**
     * A velocity.
     *
     * @param v the velocity
     */
    public record Velocity(Tensor v) implements State {}

    /** One update, given the number of the optimiser's own calls. */
    @FunctionalInterface
    private interface Rule {
        Optimizer.Updated<Velocity> update(
                Tensor parameter, Tensor gradient, Velocity state, Optimizer.Scalars scalars);
    }

    private record Momentum(Rule rule) implements Optimizer<Velocity> {
        @Override
        public double learningRate() {
            return 0.05;
        }

        @Override
        public Velocity initialState(Tensor parameter, Pass pass) {
            return new Velocity(pass.zeros(parameter.shape()));
        }

        @Override
        public Updated<Velocity> update(Tensor parameter, Tensor gradient, Velocity state, Scalars scalars) {
            return rule.update(parameter, gradient, state, scalars);
        }
    }

    static List<OptimizerProvider<?>> all() {
        AtomicInteger made = new AtomicInteger();
        return List.of(
                new Of("right", () -> new Momentum((p, g, s, n) -> moved(1, p, g, s, n))),
                new Of("climbs", () -> new Momentum((p, g, s, n) -> moved(-1, p, g, s, n))),
                new Of(
                        "changes_its_state",
                        () -> new Momentum((p, g, s, n) -> {
                            Optimizer.Updated<Velocity> right = moved(1, p, g, s, n);
                            return new Optimizer.Updated<>(
                                    right.parameter(),
                                    new Velocity(right.state().v().sum()));
                        })),
                new Of("counts_itself", () -> {
                    double factor = 1 + 0.1 * made.incrementAndGet();
                    return new Momentum((p, g, s, n) -> moved(factor, p, g, s, n));
                }),
                new Of("counts_its_updates", Updates::counting),
                new Of("remembers_apart", Updates::rememberingApart));
    }

    private static Optimizer.Updated<Velocity> moved(
            double factor, Tensor parameter, Tensor gradient, Velocity state, Optimizer.Scalars scalars) {
        Tensor v = state.v().times(0.5).plus(gradient);
        Tensor step = v.times(scalars.of((rate, number) -> factor * rate));
        return new Optimizer.Updated<>(parameter.minus(step), new Velocity(v));
    }

    private record OfAveraging(String name, Supplier<Averaging<?>> making)
            implements Defective, AveragingProvider<NoParameters> {
        @Override
        public Averaging<?> create(NoParameters parameters) {
            return making.get();
        }
    }

    private static Averaging<?> moving(LongToDoubleFunction share) {
        return Averaging.moving(Averaging.Moment.UPDATE, share);
    }

    static List<AveragingProvider<?>> averagings() {
        AtomicInteger looks = new AtomicInteger();
        return List.of(
                new OfAveraging("right", () -> moving(look -> 1.0 / look)),
                new OfAveraging("overshoots", () -> moving(look -> 1.5)),
                new OfAveraging("counts_its_looks", () -> moving(look -> 1.0 / looks.incrementAndGet())));
    }

    /** The rate falls with the number of calls, which is no part of the state. */
    private static Optimizer<?> counting() {
        AtomicInteger calls = new AtomicInteger();
        return new Momentum((p, g, s, n) -> moved(1.0 / calls.incrementAndGet(), p, g, s, n));
    }

    /** The largest step so far is kept in a field, where no checkpoint finds it. */
    private static Optimizer<?> rememberingApart() {
        AtomicInteger steps = new AtomicInteger();
        return new Momentum((p, g, s, n) -> {
            Tensor factor = n.of((rate, number) -> 1.0 / steps.incrementAndGet());
            Tensor v = s.v().times(0.5).plus(g);
            Tensor step = v.times(factor).times(n.of((rate, number) -> rate));
            return new Optimizer.Updated<>(
                    p.minus(step), new Velocity(v.plus(p.pass().zeros(Shape.scalar()))));
        });
    }
}
