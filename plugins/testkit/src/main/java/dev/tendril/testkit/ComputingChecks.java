package dev.tendril.testkit;

import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.tensor.TendrilEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What holds for everything that computes tensors.
 *
 * @param maker makes what is checked
 * @param exempt names of parameters and inputs that the outputs need not depend on
 * @param unplanned why recurrences have no plan; empty if they must have one
 */
record ComputingChecks(Subject.Maker maker, List<String> exempt, String unplanned) {
    private static final double ANOTHER_ORDER_FLOAT64 = 1e-10;
    private static final double ANOTHER_ORDER_FLOAT32 = 1e-5;

    List<Check> all() {
        return List.of(
                new Check("gradients are the central differences", () -> GradientCheck.check(maker, exempt)),
                new Check("NaN in the padding changes nothing", this::padding),
                new Check("a row alone gives the bits of the batch", this::rows),
                new Check("a batch without a single step can be computed", this::empty),
                new Check("the same seed gives the same bits, on any number of threads", this::seeds),
                new Check("saved and loaded parameters give the same bits", this::saved),
                new Check("threads that use it at once get the same bits", this::concurrent),
                new Check("a plan computes what the steps compute", this::planned));
    }

    private void padding() {
        try (TendrilEngine engine = Engines.plain()) {
            Run run = Run.of(engine, maker);
            SampleBatch batch = run.batch();
            for (boolean training : new boolean[] {false, true}) {
                new Same("with numbers in the padding", "with NaN")
                        .bits(
                                "padding is never read",
                                run.outputsAndGradients(batch, training),
                                run.outputsAndGradients(batch.poisoned(), training));
            }
        }
    }

    private void rows() {
        try (TendrilEngine engine = Engines.plain()) {
            Run run = Run.of(engine, maker);
            SampleBatch batch = run.batch();
            for (boolean training : new boolean[] {false, true}) {
                Map<String, Numbers> whole = byRow(run, batch, training);
                for (int row = 0; row < batch.rows(); row++) {
                    Map<String, Numbers> alone = byRow(run, batch.row(row), training);
                    Map<String, Numbers> own = new LinkedHashMap<>();
                    int number = row;
                    alone.forEach((name, numbers) -> own.put(
                            name, Objects.requireNonNull(whole.get(name)).row(number, numbers.shape())));
                    new Same("in the batch", "alone")
                            .bits("row " + row + " does not depend on the rows beside it", own, alone);
                }
            }
        }
    }

    private static Map<String, Numbers> byRow(Run run, SampleBatch batch, boolean training) {
        Map<String, Numbers> kept = new LinkedHashMap<>();
        try (var pass = run.engine().open(Run.options(training, batch))) {
            run.compute(batch, run.tensors(batch, pass), pass).forEach((name, output) -> {
                if (output.byRow()) {
                    kept.put(name, Numbers.of(output.tensor()));
                }
            });
        }
        return kept;
    }

    private void empty() {
        try (TendrilEngine engine = Engines.plain()) {
            Run run = Run.of(engine, maker);
            Map<String, Numbers> outputs = run.outputsAndGradients(run.batch().emptied(), false);
            List<String> problems = new ArrayList<>();
            outputs.forEach((name, numbers) -> {
                for (int i = 0; i < numbers.values().length; i++) {
                    if (!Double.isFinite(numbers.values()[i])) {
                        problems.add(name + " " + numbers.at(i) + " is " + numbers.values()[i]);
                    }
                }
            });
            Failures.failIf(problems, "every number of a batch whose rows are all empty is finite");
        }
    }

    private void seeds() {
        Map<String, Numbers> first = seeded(1);
        new Same("the first time", "the second time").bits("the same seed gives the same bits", first, seeded(1));
        new Same("on 1 thread", "on " + Engines.SEVERAL_THREADS + " threads")
                .bits("the number of threads changes no bit", first, seeded(Engines.SEVERAL_THREADS));
    }

    private Map<String, Numbers> seeded(int threads) {
        try (TendrilEngine engine = Engines.of(Precision.FLOAT32, threads)) {
            Run run = new Run(engine, maker.make(engine, 5));
            return run.outputsAndGradients(run.batch(), true);
        }
    }

    private void saved() throws IOException {
        try (TendrilEngine engine = Engines.plain()) {
            Run trained = Run.of(engine, maker);
            Run loaded = new Run(engine, maker.make(engine, 13)); // other first values
            byte[] archive = write(engine, trained.subject().parameters());
            TensorStore.Stored stored = engine.tensorStore().read("parameters", ByteBuffer.wrap(archive));
            stored.shapes()
                    .keySet()
                    .forEach(path -> loaded.subject().parameters().assign(path, stored.read(path)));
            new Same("before saving", "after loading")
                    .bits(
                            "all that was learnt is in the parameters",
                            trained.outputs(trained.batch(), false),
                            loaded.outputs(loaded.batch(), false));
        }
    }

    private static byte[] write(Engine engine, ParameterStore parameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, Parameter> named = new TreeMap<>();
        parameters.parameters().forEach(parameter -> named.put(parameter.path(), parameter));
        engine.tensorStore().write(new LinkedHashMap<>(named), bytes);
        return bytes.toByteArray();
    }

    /** On an engine that plans nothing, so that the component's own code runs in every thread. */
    private void concurrent() throws Exception {
        try (TendrilEngine engine = Engines.stepByStep(Precision.FLOAT32)) {
            Run run = Run.of(engine, maker);
            Together.check(
                    "several threads get the bits of one",
                    variant -> run.outputs(SampleBatch.of(run.subject().inputs(), variant), true));
        }
    }

    private void planned() {
        for (Precision precision : Precision.values()) {
            try (TendrilEngine planning = Engines.of(precision, 1);
                    TendrilEngine stepping = Engines.stepByStep(precision)) {
                Run plan = Run.of(planning, maker);
                try {
                    compare(plan, Run.of(stepping, maker));
                    checkPlans(planning);
                } finally {
                    Reference.reachabilityFence(plan); // plans live as long as their cells
                }
            }
        }
    }

    private static void compare(Run plan, Run steps) {
        boolean exact = plan.engine().precision() == Precision.FLOAT64;
        for (boolean training : new boolean[] {false, true}) {
            new Same("by a plan", "step by step")
                    .close(
                            "a step uses nothing but its arguments and parameters",
                            plan.outputsAndGradients(plan.batch(), training),
                            steps.outputsAndGradients(steps.batch(), training),
                            exact ? ANOTHER_ORDER_FLOAT64 : ANOTHER_ORDER_FLOAT32);
        }
    }

    private void checkPlans(Engine engine) {
        List<String> reasons = engine.plans().stream()
                .map(CellPlan::reason)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .toList();
        List<String> declared = unplanned.isEmpty() ? List.of() : List.of(unplanned);
        Failures.failIf(
                reasons.equals(declared)
                        ? List.of()
                        : List.of("declared is " + declared + ", the engine says " + reasons),
                "a recurrence has a plan, or its contract declares in stepByStepSince() why it has none");
    }
}
