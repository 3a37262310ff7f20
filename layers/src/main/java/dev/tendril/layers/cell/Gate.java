package dev.tendril.layers.cell;

import dev.tendril.api.layer.CellContext;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;

/**
 * The affine part of a gate: {@code U x + W h + b}.
 *
 * <p>Parameters, under the gate's name: {@code U [H, I]} on the input, {@code W [H, H]} on the state, {@code b [H]}.
 */
final class Gate {
    private final Parameter input;
    private final Parameter state;
    private final Parameter bias;

    /** A gate whose bias starts at 0. */
    Gate(CellContext context, String name, int units, Weights weights) {
        this(context, name, units, weights, 0);
    }

    /** A gate whose bias starts at a given number. */
    Gate(CellContext context, String name, int units, Weights weights, double bias) {
        ComponentContext place = context.scope(name);
        this.input = place.parameter("U", Shape.of(units, context.inputSize()), weights.input());
        this.state = place.parameter("W", Shape.of(units, units), weights.state());
        this.bias = place.parameter("b", Shape.of(units), Initializers.filled(bias));
    }

    /**
     * First values of the weights of all gates of a cell.
     *
     * @param input of U
     * @param state of W
     */
    record Weights(Initializer input, Initializer state) {}

    /** {@code U x + W h + b}: x [B, I], h [B, H] → [B, H]. */
    Tensor of(Tensor x, Tensor h) {
        return ofInput(x).plus(ofState(h));
    }

    /** {@code U x + b}: x [B, I] → [B, H]. */
    Tensor ofInput(Tensor x) {
        return x.linear(input, bias);
    }

    /** {@code W h}: h [B, H] → [B, H]. */
    Tensor ofState(Tensor h) {
        return h.linear(state);
    }
}
