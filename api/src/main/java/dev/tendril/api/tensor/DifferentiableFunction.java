package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.PluginImplemented;
import java.util.List;

/**
 * A function with its own gradient, for what cannot be composed well from operations (CTC, CRF, sparsemax). It sees numbers
 * through views that hide how they are stored, and keeps nothing between calls.
 */
@PluginImplemented
public interface DifferentiableFunction {

    /** Shape of the output for inputs of these shapes. */
    Shape outputShape(List<Shape> inputs);

    /** Writes every element of the output. */
    void forward(List<View> inputs, View output);

    /**
     * Writes the gradients with respect to the inputs, given the output and the gradient with respect to it. The input
     * gradients hold zeros beforehand.
     */
    void gradient(List<View> inputs, View output, View outputGradient, List<View> inputGradients);

    /** The numbers of one tensor by row-major position; inputs refuse to be written. */
    @HostImplemented
    interface View {
        /** Its shape. */
        Shape shape();

        /** One number. */
        double get(int position);

        /** Replaces one number. */
        void set(int position, double value);
    }
}
