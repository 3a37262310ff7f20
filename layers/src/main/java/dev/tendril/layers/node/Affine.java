package dev.tendril.layers.node;

import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;
import java.util.Optional;

/**
 * {@code U x + b} or {@code U x}.
 *
 * @param weight U [O, I]
 * @param bias b [O], if there is one
 */
public record Affine(Parameter weight, Optional<Parameter> bias) {

    /** With a bias that starts at 0; the parameters {@code U} and {@code b} stand under the context's path. */
    public static Affine biased(ComponentContext context, int inputs, int outputs, Initializer initializer) {
        Parameter weight = context.parameter("U", Shape.of(outputs, inputs), initializer);
        return new Affine(weight, Optional.of(context.parameter("b", Shape.of(outputs), Initializers.filled(0))));
    }

    /** Without a bias; the parameter {@code U} stands under the context's path. */
    public static Affine unbiased(ComponentContext context, int inputs, int outputs, Initializer initializer) {
        return new Affine(context.parameter("U", Shape.of(outputs, inputs), initializer), Optional.empty());
    }

    /** Its value: [..., I] → [..., O]. */
    public Tensor of(Tensor x) {
        return bias.map(b -> x.linear(weight, b)).orElseGet(() -> x.linear(weight));
    }
}
