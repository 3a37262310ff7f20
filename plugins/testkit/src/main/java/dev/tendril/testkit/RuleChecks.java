package dev.tendril.testkit;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.TendrilEngine;
import java.util.List;
import java.util.function.Supplier;

/** What holds for every rule by which an engine moves numbers, that of an optimiser or of an averaging. */
final class RuleChecks {
    private static final double ANOTHER_ORDER = 1e-12;

    private RuleChecks() {}

    /** The checks of what is made the same way each time. */
    static List<Check> of(Supplier<Optimizer<?>> rule) {
        return List.of(
                new Check("what it remembers is a record of tensors", () -> remembers(rule.get())),
                new Check("an engine computes its equation", () -> equation(rule.get())),
                new Check("it goes on from what it remembered, to the bit", () -> resumes(rule)),
                new Check("the same bits on any number of threads", () -> threads(rule)),
                new Check("runs beside one another do not meet", () -> beside(rule.get())));
    }

    private static <S extends State> void remembers(Optimizer<S> rule) {
        try (TendrilEngine engine = Engines.plain()) {
            Descent.of(engine, rule).checkStates();
        }
    }

    private static <S extends State> void equation(Optimizer<S> rule) {
        try (TendrilEngine engine = Engines.of(Precision.FLOAT64, 1)) {
            Descent<S> descent = Descent.of(engine, rule);
            new Same("by the engine", "by the equation, from copies")
                    .close(
                            "updates use nothing but their arguments, and no two tensors share their numbers",
                            descent.updates(1, 7),
                            Descent.of(engine, rule).byEquation(7),
                            ANOTHER_ORDER);
        }
    }

    private static void resumes(Supplier<Optimizer<?>> rule) throws Exception {
        try (TendrilEngine engine = Engines.plain()) {
            Descent<?> through = Descent.of(engine, rule.get());
            through.updates(1, 3);
            Descent<?> resumed = through.resumed(rule.get());
            new Same("in one run", "from a checkpoint")
                    .bits("all that is remembered is in the state", through.updates(4, 7), resumed.updates(4, 7));
        }
    }

    private static void threads(Supplier<Optimizer<?>> rule) {
        try (TendrilEngine one = Engines.of(Precision.FLOAT32, 1);
                TendrilEngine several = Engines.of(Precision.FLOAT32, Engines.SEVERAL_THREADS)) {
            new Same("on 1 thread", "on " + Engines.SEVERAL_THREADS + " threads")
                    .bits(
                            "the number of threads changes no bit",
                            Descent.of(one, rule.get()).updates(1, 5),
                            Descent.of(several, rule.get()).updates(1, 5));
        }
    }

    private static <S extends State> void beside(Optimizer<S> rule) throws Exception {
        Together.check("several runs with one rule give the bits of one", variant -> {
            try (TendrilEngine engine = Engines.plain()) {
                return Descent.of(engine, rule).updates(1, 5 + variant);
            }
        });
    }
}
