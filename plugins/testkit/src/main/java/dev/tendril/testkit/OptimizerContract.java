package dev.tendril.testkit;

import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tendril relies on in an optimiser. That its equation is the right one is for a test of your own, which derives it anew.
 *
 * @param <P> the optimiser's parameters
 */
public abstract class OptimizerContract<P extends Record> extends ComponentContract<P> {
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
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("it reaches the minimum of a quadratic", () -> converges(optimizer(trial))));
        checks.addAll(RuleChecks.of(() -> optimizer(trial)));
        return checks;
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
}
