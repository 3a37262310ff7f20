package dev.tendril.testkit;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares the gradients of a computation in float64 with central differences, for every element of every parameter and input.
 *
 * <p>With a step of 1e-5 the differences are exact to about 1e-9 where the function is smooth. A kink (of {@code relu}, of {@code max},
 * of a choice by {@code argmax}) is rarely met: numbers are drawn at random with a fixed seed, and have to come within 1e-5 of one. A
 * training pass has a fixed key, so its noise is a constant and the pass an ordinary function.
 */
final class GradientCheck {
    /** The largest relative error allowed. */
    static final double TOLERANCE = 1e-5;

    private static final double STEP = 1e-5;

    /** Errors are relative to the gradient's size or to this, if that is larger: below it differences hold no further digits. */
    private static final double SMALLEST = 1e-3;

    private final Engine engine;
    private final Run run;
    private final SampleBatch batch;
    private final boolean training;

    private GradientCheck(Engine engine, Run run, boolean training) {
        this.engine = engine;
        this.run = run;
        this.batch = run.batch();
        this.training = training;
    }

    /**
     * Fails if a gradient differs, or nothing depends on a parameter or input; outside training and in it.
     *
     * @param exempt names of parameters and inputs that the outputs need not depend on
     */
    static void check(Subject.Maker maker, List<String> exempt) {
        List<String> problems = new ArrayList<>();
        try (TendrilEngine engine = Engines.of(Precision.FLOAT64, 1)) {
            Run run = Run.of(engine, maker);
            for (boolean training : new boolean[] {false, true}) {
                String when = training ? "training: " : "not training: ";
                new GradientCheck(engine, run, training).problems(exempt).forEach(each -> problems.add(when + each));
            }
        }
        Failures.failIf(
                problems,
                "gradients are the central differences (float64, compared within a share of " + TOLERANCE + ")");
    }

    private List<String> problems(List<String> exempt) {
        Map<String, Numbers> exact = run.outputsAndGradients(batch, training);
        List<String> problems = new ArrayList<>();
        for (Parameter parameter : run.subject().parameters().parameters()) {
            compare(parameter.path(), exact, problems, exempt, (at, shift) -> shifted(parameter, at, shift));
        }
        for (int i = 0; i < batch.samples().size(); i++) {
            Sample sample = batch.samples().get(i);
            int index = i;
            if (sample.input().differentiated()) {
                compare(sample.input().name(), exact, problems, exempt, (at, shift) -> shifted(index, at, shift));
            }
        }
        return problems;
    }

    /** The projected outputs after one number was shifted. */
    private interface Shifted {
        double loss(int at, double shift);
    }

    private static void compare(
            String name, Map<String, Numbers> exact, List<String> problems, List<String> exempt, Shifted shifted) {
        Numbers gradient = Objects.requireNonNull(exact.get("gradient by " + name), name);
        boolean reached = false;
        for (int at = 0; at < gradient.values().length; at++) {
            double difference = (shifted.loss(at, STEP) - shifted.loss(at, -STEP)) / (2 * STEP);
            double value = gradient.values()[at];
            double scale = Math.max(SMALLEST, Math.max(Math.abs(difference), Math.abs(value)));
            boolean close = Math.abs(difference - value) <= TOLERANCE * scale; // false for NaN
            if (!close) {
                problems.add(name + " " + gradient.at(at) + ": gradient " + value + ", difference " + difference);
            }
            reached |= difference != 0;
        }
        if (!reached && !exempt.contains(name)) {
            problems.add(name + ": nothing depends on it");
        }
    }

    private double shifted(Parameter parameter, int at, double shift) {
        double[] before = parameter.toDoubles();
        double[] values = before.clone();
        values[at] += shift;
        assign(parameter, values);
        try {
            return loss(batch);
        } finally {
            assign(parameter, before);
        }
    }

    private double shifted(int index, int at, double shift) {
        List<Sample> samples = new ArrayList<>(batch.samples());
        Sample sample = samples.get(index);
        double[] values = sample.numbers().values().clone();
        values[at] += shift;
        samples.set(
                index, new Sample(sample.input(), new Numbers(sample.numbers().shape(), values), sample.lengths()));
        return loss(new SampleBatch(samples, batch.examples()));
    }

    private double loss(SampleBatch given) {
        try (Pass pass = engine.open(Run.options(training, given))) {
            List<Tensor> tensors = run.tensors(given, pass);
            return Run.projected(run.compute(given, tensors, pass), pass).item();
        }
    }

    private void assign(Parameter parameter, double[] values) {
        run.subject().parameters().assign(parameter.path(), engine.constant(parameter.shape(), values));
    }
}
