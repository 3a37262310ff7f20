package dev.tendril.layers.testing;

import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.TendrilEngine;
import java.util.function.Function;

/**
 * Compares the gradients of a loss with central differences in float64, for every element of every parameter.
 *
 * @param engine that computes
 * @param store of the parameters
 * @param options of every pass; noise is the same in all of them
 * @param loss a scalar
 */
public record GradientCheck(
        TendrilEngine engine, ParameterStore store, PassOptions options, Function<Pass, Tensor> loss) {
    private static final double STEP = 1e-5;

    /** The largest difference, relative to the larger of 1 and the gradient; infinite if the loss depends on no parameter. */
    public double worstError() {
        double worst = 0;
        boolean reached = false;
        try (Pass pass = engine.open(options)) {
            Gradients gradients = engine.gradients(loss.apply(pass), store.parameters());
            for (Parameter parameter : store.parameters()) {
                reached |= gradients.reaches(parameter);
                worst = Math.max(worst, error(parameter, gradients.of(parameter).toDoubles()));
            }
        }
        return reached ? worst : Double.POSITIVE_INFINITY;
    }

    private double error(Parameter parameter, double[] gradient) {
        double[] values = parameter.toDoubles();
        double worst = 0;
        for (int at = 0; at < values.length; at++) {
            double numeric = (loss(parameter, values, at, STEP) - loss(parameter, values, at, -STEP)) / (2 * STEP);
            double scale = Math.max(1, Math.max(Math.abs(numeric), Math.abs(gradient[at])));
            double error = Math.abs(numeric - gradient[at]) / scale;
            worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
        store.assign(parameter.path(), engine.constant(parameter.shape(), values));
        return worst;
    }

    private double loss(Parameter parameter, double[] values, int at, double step) {
        double[] moved = values.clone();
        moved[at] += step;
        store.assign(parameter.path(), engine.constant(parameter.shape(), moved));
        try (Pass pass = engine.open(options)) {
            return loss.apply(pass).item();
        }
    }

    /** A scalar in which every element counts differently, so that none can hide. */
    public static Tensor weighed(Tensor output, Pass pass) {
        double[] weights = Samples.normal(7, Math.toIntExact(output.shape().elements()));
        return output.times(pass.tensor(output.shape(), weights)).sum();
    }
}
