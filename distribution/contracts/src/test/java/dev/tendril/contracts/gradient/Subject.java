package dev.tendril.contracts.gradient;

import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Something that computes, and all the real numbers it computes from.
 *
 * @param parameters what is learnt
 * @param inputs shape by input
 * @param computation the outputs for given inputs
 */
record Subject(ParameterStore parameters, List<Input> inputs, Computation computation) {

    /**
     * A real-valued input.
     *
     * @param name in messages
     * @param shape of its numbers
     */
    record Input(String name, Shape shape) {}

    /** What is differentiated. */
    @FunctionalInterface
    interface Computation {
        /** The outputs, in a fixed order, for inputs in the order of {@link Subject#inputs}. */
        List<Tensor> outputs(List<Tensor> inputs, Pass pass);
    }

    /** Whether there is nothing to differentiate by. */
    boolean constant() {
        return inputs.isEmpty() && parameters.parameters().isEmpty();
    }
}
