package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A cell whose step is a pair of equations over what changes at every step and what never does.
 * <pre>
 *   h′ = next(x, h, c, m)
 *   y  = shown(x, h, c, m)    of the h before, so that no step waits for it
 * </pre>
 * Shapes: {@code x [B, I]}, {@code h [B, H]}, {@code y [B, H]}, {@code c [B, C]}, {@code m [B, S, C]}.
 *
 * @param weights that equations read
 * @param next of the hidden state
 * @param shown the output
 */
record EquationCell(Weights weights, Equation next, Equation shown) implements Cell<EquationCell.State> {

    /** One of the equations. */
    @FunctionalInterface
    interface Equation {
        /** Its left side, [B, H]. */
        Tensor of(Weights w, Tensor x, State s);
    }

    /**
     * What equations read beside the state.
     *
     * @param u [H, I]
     * @param w [H, H]
     * @param v [H, C]
     * @param g [H, C]
     * @param p [C, H]
     * @param b [H]
     */
    record Weights(Parameter u, Parameter w, Parameter v, Parameter g, Parameter p, Parameter b) {
        static Weights of(ComponentContext context, int inputs, int hidden, int given) {
            return new Weights(
                    context.parameter("U", Shape.of(hidden, inputs), Weights::uniform),
                    context.parameter("W", Shape.of(hidden, hidden), Weights::uniform),
                    context.parameter("V", Shape.of(hidden, given), Weights::uniform),
                    context.parameter("G", Shape.of(hidden, given), Weights::uniform),
                    context.parameter("P", Shape.of(given, hidden), Weights::uniform),
                    context.parameter("b", Shape.of(hidden), Weights::uniform));
        }

        /** Numbers between −0.5 and 0.5. */
        static double[] uniform(Shape shape, Initializer.Draw draw) {
            double[] values = new double[Math.toIntExact(shape.elements())];
            for (int i = 0; i < values.length; i++) {
                values[i] = draw.random().uniform(draw.key(), i) - 0.5;
            }
            return values;
        }

        /** U x + W h, what every recurrence has. */
        Tensor usual(Tensor x, State s) {
            return x.linear(u).plus(s.h.linear(w));
        }
    }

    /**
     * What is carried from step to step.
     *
     * @param h the hidden state
     * @param y the output
     * @param c a vector that no step changes
     * @param m a memory that no step changes
     */
    public record State(Tensor h, Tensor y, Tensor c, Tensor m) implements CellState {}

    /** The state before the first step. */
    State start(Tensor c, Tensor m) {
        Tensor zeros =
                c.pass().zeros(Shape.of(c.shape().size(0), weights.b.shape().size(0)));
        return new State(zeros, zeros, c, m);
    }

    @Override
    public State initialState(int batch, Pass pass) {
        int given = weights.v.shape().size(1);
        return start(pass.zeros(Shape.of(batch, given)), pass.zeros(Shape.of(batch, 0, given)));
    }

    @Override
    public State step(Tensor x, State previous) {
        return new State(next.of(weights, x, previous), shown.of(weights, x, previous), previous.c, previous.m);
    }

    @Override
    public Tensor output(State now) {
        return now.y;
    }
}
