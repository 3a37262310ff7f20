package dev.tendril.testkit;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.TendrilEngine;
import java.util.List;

/**
 * What Tendril relies on in an optimiser. That its equation is the right one is for a test of your own, which derives it anew.
 *
 * @param <P> the optimiser's parameters
 */
public abstract class OptimizerContract<P extends Record> extends ComponentContract<P> {
    private static final double ANOTHER_ORDER = 1e-12;

    /**
     * The contract of one optimiser.
     *
     * @param plugin that brings the optimiser
     * @param examples its name and parameters; with a learning rate that reaches the minimum of a small quadratic in some thousand updates
     */
    protected OptimizerContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.OPTIMIZER, plugin, examples);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Optimizer<?> optimizer(Trial trial) {
        return ((OptimizerProvider<Record>) trial.provider(OptimizerProvider.class)).create(trial.parameters());
    }

    @Override
    final void smoke(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            Descent.of(engine, optimizer(trial)).updates(1, 2);
        }
    }

    @Override
    final List<Check> checks(Trial trial) {
        return List.of(
                new Check("it reaches the minimum of a quadratic", () -> converges(optimizer(trial))),
                new Check("what it remembers is a record of tensors", () -> remembers(optimizer(trial))),
                new Check("an engine computes its equation", () -> equation(optimizer(trial))),
                new Check("it goes on from what it remembered, to the bit", () -> resumes(trial)),
                new Check("the same bits on any number of threads", () -> threads(trial)),
                new Check("runs beside one another do not meet", () -> beside(optimizer(trial))));
    }

    private static void converges(Optimizer<?> optimizer) {
        try (TendrilEngine engine = Engines.of(Precision.FLOAT64, 1)) {
            Descent<?> descent = Descent.of(engine, optimizer);
            double first = descent.loss();
            int step = 0;
            while (descent.loss() > Descent.REACHED * first && step < Descent.LONGEST) {
                descent.updates(step + 1, step + Descent.AT_ONCE);
                step += Descent.AT_ONCE;
            }
            double last = descent.loss();
            boolean reached = last <= Descent.REACHED * first; // false for NaN
            Failures.failIf(
                    reached
                            ? List.of()
                            : List.of("it was " + first + ", and is " + last + " after " + step + " updates"),
                    "the loss falls to " + Descent.REACHED + " of what it was");
        }
    }

    private static <S extends State> void remembers(Optimizer<S> optimizer) {
        try (TendrilEngine engine = Engines.plain()) {
            Descent.of(engine, optimizer).checkStates();
        }
    }

    private static <S extends State> void equation(Optimizer<S> optimizer) {
        try (TendrilEngine engine = Engines.of(Precision.FLOAT64, 1)) {
            Descent<S> descent = Descent.of(engine, optimizer);
            new Same("by the engine", "by the equation, from copies")
                    .close(
                            "updates use nothing but their arguments, and no two tensors share their numbers",
                            descent.updates(1, 7),
                            Descent.of(engine, optimizer).byEquation(7),
                            ANOTHER_ORDER);
        }
    }

    private static void resumes(Trial trial) throws Exception {
        try (TendrilEngine engine = Engines.plain()) {
            Descent<?> through = Descent.of(engine, optimizer(trial));
            through.updates(1, 3);
            Descent<?> resumed = through.resumed(optimizer(trial));
            new Same("in one run", "from a checkpoint")
                    .bits("all that is remembered is in the state", through.updates(4, 7), resumed.updates(4, 7));
        }
    }

    private static void threads(Trial trial) {
        try (TendrilEngine one = Engines.of(Precision.FLOAT32, 1);
                TendrilEngine several = Engines.of(Precision.FLOAT32, Engines.SEVERAL_THREADS)) {
            new Same("on 1 thread", "on " + Engines.SEVERAL_THREADS + " threads")
                    .bits(
                            "the number of threads changes no bit",
                            Descent.of(one, optimizer(trial)).updates(1, 5),
                            Descent.of(several, optimizer(trial)).updates(1, 5));
        }
    }

    private static <S extends State> void beside(Optimizer<S> optimizer) throws Exception {
        Together.check("several runs with one optimiser give the bits of one", variant -> {
            try (TendrilEngine engine = Engines.plain()) {
                return Descent.of(engine, optimizer).updates(1, 5 + variant);
            }
        });
    }
}
