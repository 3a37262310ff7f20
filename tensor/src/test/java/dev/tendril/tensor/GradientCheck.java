package dev.tendril.tensor;

import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Compares the gradients of a function in float64 with central differences, for every element of every input. The loss weighs every
 * element of the output differently, so that none can hide.
 */
record GradientCheck(List<Input> inputs, Function<List<Tensor>, Tensor> function) {
    private static final double STEP = 1e-5;

    /** An input: its shape and numbers. */
    record Input(Shape shape, double[] values) {}

    /** A check on inputs of these shapes, standard normal numbers. */
    static GradientCheck of(Function<List<Tensor>, Tensor> function, Shape... shapes) {
        return transformed(function, x -> x, shapes);
    }

    /** A check on positive inputs, away from 0. */
    static GradientCheck ofPositive(Function<List<Tensor>, Tensor> function, Shape... shapes) {
        return transformed(function, x -> 0.3 + Math.abs(x), shapes);
    }

    private static GradientCheck transformed(
            Function<List<Tensor>, Tensor> function, Function<Double, Double> domain, Shape... shapes) {
        List<Input> inputs = new ArrayList<>();
        for (Shape shape : shapes) {
            double[] values = Arrays.stream(Samples.normal(100 + inputs.size(), Math.toIntExact(shape.elements())))
                    .map(domain::apply)
                    .toArray();
            inputs.add(new Input(shape, values));
        }
        return new GradientCheck(inputs, function);
    }

    /** The largest difference between gradients, relative to the larger of 1 and their size. */
    double worstError(TendrilEngine engine) {
        List<double[]> gradients = gradients(engine);
        double worst = 0;
        for (int input = 0; input < inputs.size(); input++) {
            for (int at = 0; at < gradients.get(input).length; at++) {
                double numeric = (loss(engine, input, at, STEP) - loss(engine, input, at, -STEP)) / (2 * STEP);
                double exact = gradients.get(input)[at];
                double scale = Math.max(1, Math.max(Math.abs(numeric), Math.abs(exact)));
                double error = Math.abs(numeric - exact) / scale;
                worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
            }
        }
        return worst;
    }

    private List<double[]> gradients(TendrilEngine engine) {
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            List<Tensor> tensors = tensors(pass, -1, 0, 0);
            Gradients gradients = engine.gradients(loss(pass, tensors), tensors);
            return tensors.stream()
                    .map(tensor -> gradients.of(tensor).toDoubles())
                    .toList();
        }
    }

    private double loss(TendrilEngine engine, int input, int at, double step) {
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            return loss(pass, tensors(pass, input, at, step)).item();
        }
    }

    private Tensor loss(Pass pass, List<Tensor> tensors) {
        Tensor output = function.apply(tensors);
        Shape shape = output.shape();
        Tensor weights = pass.tensor(shape, Samples.normal(7, Math.toIntExact(shape.elements())));
        return output.times(weights).sum();
    }

    private List<Tensor> tensors(Pass pass, int changed, int at, double step) {
        List<Tensor> tensors = new ArrayList<>();
        for (int input = 0; input < inputs.size(); input++) {
            double[] values = inputs.get(input).values.clone();
            if (input == changed) {
                values[at] += step;
            }
            tensors.add(pass.tensor(inputs.get(input).shape, values));
        }
        return tensors;
    }
}
