package dev.tendril.testkit.planted;

import dev.tendril.api.tensor.DifferentiableFunction;
import dev.tendril.api.tensor.Shape;
import java.util.List;

/**
 * x², whose gradient is {@code factor} · x: right for the factor 2 alone.
 *
 * @param factor of the gradient
 */
record Square(double factor) implements DifferentiableFunction {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public void forward(List<View> inputs, View output) {
        for (int i = 0; i < output.shape().elements(); i++) {
            double x = inputs.get(0).get(i);
            output.set(i, x * x);
        }
    }

    @Override
    public void gradient(List<View> inputs, View output, View outputGradient, List<View> inputGradients) {
        for (int i = 0; i < output.shape().elements(); i++) {
            inputGradients.get(0).set(i, factor * inputs.get(0).get(i) * outputGradient.get(i));
        }
    }
}
