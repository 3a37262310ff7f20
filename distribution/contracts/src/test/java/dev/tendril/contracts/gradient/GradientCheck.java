package dev.tendril.contracts.gradient;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Compares the gradients of a computation in float64 with central differences, for every element of every parameter and input.
 *
 * <p>Each output is projected on fixed random weights, so that no element can hide behind another; parameters and inputs are random
 * too, since a bias of 0 or a gain of 1 would hide a forgotten factor. With a step of 1e-5 the differences are exact to about 1e-9 where
 * the function is smooth. A kink (of {@code relu}, of {@code max}, of a choice by {@code argmax}) is not met: numbers are drawn at
 * random with a fixed seed, and none comes within 1e-5 of one. A training pass has a fixed key, so its noise is a constant and the pass
 * an ordinary function.
 */
final class GradientCheck {
    /** The largest relative error allowed. */
    static final double TOLERANCE = 1e-5;

    private static final double STEP = 1e-5;

    /** Errors are relative to the gradient's size or to this, if that is larger: below it differences hold no further digits. */
    private static final double SMALLEST = 1e-3;

    private final Engine engine;
    private final Subject subject;
    private final boolean training;
    private final List<Leaf> leaves = new ArrayList<>();

    /** A parameter, whose path it has, or an input; and its numbers. */
    private record Leaf(String name, Shape shape, double[] values, boolean parameter) {}

    private GradientCheck(Engine engine, Subject subject, boolean training) {
        this.engine = engine;
        this.subject = subject;
        this.training = training;
        Random random = new Random(11);
        for (Parameter parameter : subject.parameters().parameters()) {
            leaves.add(new Leaf(parameter.path(), parameter.shape(), drawn(parameter.shape(), random, 0.6), true));
        }
        for (Subject.Input input : subject.inputs()) {
            leaves.add(new Leaf(input.name(), input.shape(), drawn(input.shape(), random, 1), false));
        }
    }

    /**
     * What is wrong with the gradients of a subject, outside training and in it; nothing if they are right.
     *
     * @return every element whose gradient differs, and every parameter and input on which nothing depends
     */
    static List<String> problems(Engine engine, Subject subject) {
        List<String> problems = new ArrayList<>();
        for (boolean training : new boolean[] {false, true}) {
            String when = training ? "training: " : "not training: ";
            new GradientCheck(engine, subject, training).problems().forEach(each -> problems.add(when + each));
        }
        return problems;
    }

    private List<String> problems() {
        leaves.stream().filter(Leaf::parameter).forEach(leaf -> assign(leaf, leaf.values()));
        List<double[]> exact = gradients();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            problems.addAll(compare(i, exact.get(i)));
        }
        return problems;
    }

    private List<String> compare(int index, double[] exact) {
        Leaf leaf = leaves.get(index);
        List<String> problems = new ArrayList<>();
        boolean reached = false;
        for (int at = 0; at < exact.length; at++) {
            double numeric = difference(index, at);
            double scale = Math.max(SMALLEST, Math.max(Math.abs(numeric), Math.abs(exact[at])));
            boolean close = Math.abs(numeric - exact[at]) <= TOLERANCE * scale; // false for NaN
            if (!close) {
                problems.add(leaf.name() + "[" + at + "]: gradient " + exact[at] + ", difference " + numeric);
            }
            reached |= numeric != 0;
        }
        if (!reached) {
            problems.add(leaf.name() + ": nothing depends on it");
        }
        return problems;
    }

    private double difference(int index, int at) {
        return (shifted(index, at, STEP) - shifted(index, at, -STEP)) / (2 * STEP);
    }

    private double shifted(int index, int at, double step) {
        Leaf leaf = leaves.get(index);
        double[] values = leaf.values().clone();
        values[at] += step;
        List<double[]> all = new ArrayList<>(leaves.stream().map(Leaf::values).toList());
        all.set(index, values);
        if (leaf.parameter()) {
            assign(leaf, values);
        }
        try (Pass pass = open()) {
            return loss(pass, inputs(pass, all)).item();
        } finally {
            if (leaf.parameter()) {
                assign(leaf, leaf.values());
            }
        }
    }

    private List<double[]> gradients() {
        try (Pass pass = open()) {
            List<Tensor> inputs = inputs(pass, leaves.stream().map(Leaf::values).toList());
            List<Tensor> wanted = new ArrayList<>(subject.parameters().parameters());
            wanted.addAll(inputs);
            Gradients gradients = engine.gradients(loss(pass, inputs), wanted);
            return wanted.stream()
                    .map(tensor -> gradients.of(tensor).toDoubles())
                    .toList();
        }
    }

    private Tensor loss(Pass pass, List<Tensor> inputs) {
        Random random = new Random(29);
        Tensor loss = pass.zeros(Shape.scalar());
        for (Tensor output : subject.computation().outputs(inputs, pass)) {
            Tensor weights = pass.tensor(output.shape(), drawn(output.shape(), random, 1));
            loss = loss.plus(output.times(weights).sum());
        }
        return loss;
    }

    private List<Tensor> inputs(Pass pass, List<double[]> values) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (!leaves.get(i).parameter()) {
                inputs.add(pass.tensor(leaves.get(i).shape(), values.get(i)));
            }
        }
        return inputs;
    }

    private Pass open() {
        return engine.open(
                training ? PassOptions.training(RandomKey.of(3), Samples.examples()) : PassOptions.diagnostics());
    }

    private void assign(Leaf leaf, double[] values) {
        subject.parameters().assign(leaf.name(), engine.constant(leaf.shape(), values));
    }

    private static double[] drawn(Shape shape, Random random, double deviation) {
        double[] values = new double[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }
}
