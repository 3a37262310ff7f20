package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import java.util.Arrays;

/**
 * Makes the parameters of a cell, each under the name of its gate: {@code U} on the input, {@code W} on the state, {@code b}, and
 * {@code p} on the cell state, element by element.
 *
 * @param context where the cell is made
 * @param units H
 * @param input first values of every U
 * @param state first values of every W
 */
record Weights(CellContext context, int units, Initializer input, Initializer state) {

    static Weights of(
            CellContext context,
            int units,
            ComponentRef<Initializer> inputInitializer,
            ComponentRef<Initializer> stateInitializer) {
        return new Weights(
                context,
                units,
                context.create(inputInitializer, "input_initializer"),
                context.create(stateInitializer, "state_initializer"));
    }

    /** U, W and b, which starts at 0. */
    Gate gate(String name) {
        return gate(name, 0);
    }

    /** U, W and b, which starts at a given number. */
    Gate gate(String name, double firstBias) {
        return new Gate(onInput(name), onState(name), bias(name, firstBias));
    }

    /** U [H, I]. */
    Parameter onInput(String name) {
        return context.scope(name).parameter("U", Shape.of(units, context.inputSize()), input);
    }

    /** W [H, H]. */
    Parameter onState(String name) {
        return context.scope(name).parameter("W", Shape.of(units, units), state);
    }

    /** b [H]. */
    Parameter bias(String name, double first) {
        return vector(name, "b", first);
    }

    /** p [H], which starts at 0: without effect. */
    Parameter peephole(String name) {
        return vector(name, "p", 0);
    }

    private Parameter vector(String gate, String name, double first) {
        return context.scope(gate).parameter(name, Shape.of(units), (shape, draw) -> filled(first));
    }

    private double[] filled(double value) {
        double[] values = new double[units];
        Arrays.fill(values, value);
        return values;
    }
}
