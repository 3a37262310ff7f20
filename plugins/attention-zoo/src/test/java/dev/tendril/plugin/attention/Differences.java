package dev.tendril.plugin.attention;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Gradients beside central differences, in float64. */
final class Differences {
    private static final double STEP = 1e-5;

    private Differences() {}

    /** What is differentiated. */
    @FunctionalInterface
    interface Computation {
        List<Tensor> outputs(List<Tensor> given, Pass pass);
    }

    /**
     * The largest difference between gradient and difference over all parameters and inputs, relative to the larger of 1 and the
     * gradient; infinite if nothing depends on one of them.
     *
     * @param inputs shapes of what is given, which is made a parameter too
     */
    static double worst(Engine engine, ParameterStore store, List<Shape> inputs, Computation computation) {
        List<Parameter> given = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            int seed = 40 + i;
            given.add(store.create(
                    "input" + i, inputs.get(i), (shape, draw) -> Samples.normal(seed, (int) shape.elements())));
        }
        double worst = 0;
        for (Parameter parameter : store.parameters()) {
            worst = Math.max(worst, worst(engine, store, parameter, pass -> loss(given, computation, pass)));
        }
        return worst;
    }

    /** A scalar. */
    private interface Loss {
        Tensor of(Pass pass);
    }

    private static double worst(Engine engine, ParameterStore store, Parameter parameter, Loss loss) {
        double[] exact;
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            Gradients gradients = engine.gradients(loss.of(pass), List.of(parameter));
            if (!gradients.reaches(parameter)) {
                return Double.POSITIVE_INFINITY;
            }
            exact = gradients.of(parameter).toDoubles();
        }
        double[] values = parameter.toDoubles();
        double worst = 0;
        for (int at = 0; at < values.length; at++) {
            double numeric = (moved(engine, store, parameter, values, at, STEP, loss)
                            - moved(engine, store, parameter, values, at, -STEP, loss))
                    / (2 * STEP);
            double error = Math.abs(numeric - exact[at]) / Math.max(1, Math.abs(exact[at]));
            worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
        store.assign(parameter.path(), engine.constant(parameter.shape(), values));
        return worst;
    }

    private static double moved(
            Engine engine, ParameterStore store, Parameter parameter, double[] values, int at, double step, Loss loss) {
        double[] moved = values.clone();
        moved[at] += step;
        store.assign(parameter.path(), engine.constant(parameter.shape(), moved));
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            return loss.of(pass).item();
        }
    }

    /** Every element counts differently, so that none can hide. */
    private static Tensor loss(List<Parameter> given, Computation computation, Pass pass) {
        List<Tensor> attached = given.stream().map(pass::attach).toList();
        Tensor loss = pass.zeros(Shape.scalar());
        for (Tensor output : computation.outputs(attached, pass)) {
            double[] weights = Samples.normal(7, (int) output.shape().elements());
            loss = loss.plus(output.times(pass.tensor(output.shape(), weights)).sum());
        }
        return loss;
    }
}
