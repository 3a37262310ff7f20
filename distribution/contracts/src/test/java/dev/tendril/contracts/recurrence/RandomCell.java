package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A cell whose step was drawn.
 *
 * @param weights that its step reads
 * @param step that was drawn
 */
record RandomCell(Weights weights, RandomStep step) implements Cell<RandomCell.State> {
    /** Size of the input x. */
    static final int INPUTS = 2;

    /** Size of h. */
    static final int HIDDEN = 7;

    /** Size of o; the output has it, or that of h. */
    static final int OUTPUTS = 3;

    /** Size of c, and of the steps of the memory m. */
    static final int GIVEN = 5;

    /** Sizes that parameters have: those above, 0 and 1. */
    private static final int[] SIZES = {0, 1, INPUTS, OUTPUTS, GIVEN, HIDDEN};

    /** All that may be shown. */
    static final List<Output> SHOWN = List.of(
            new Output("h′", (w, now) -> now.h),
            new Output("o′", (w, now) -> now.o),
            new Output(
                    "h′.slice(1, 1, 4).plus(o′)",
                    (w, now) -> now.h.slice(1, 1, 4).plus(now.o)),
            new Output(
                    "h′.linear(W3x7).plus(c.slice(1, 0, 3))",
                    (w, now) -> now.h.linear(w.matrix(OUTPUTS, HIDDEN)).plus(now.c.slice(1, 0, OUTPUTS))));

    /**
     * What is shown of a state.
     *
     * @param text that computes it, as Java
     * @param value computes it
     */
    record Output(String text, BiFunction<Weights, State, Tensor> value) {}

    /**
     * What is carried from step to step.
     *
     * @param h [B, 7]
     * @param o [B, 3]
     * @param c [B, 5], which no step changes
     * @param m [B, S, 5], a memory that no step changes
     */
    public record State(Tensor h, Tensor o, Tensor c, Tensor m) implements CellState {}

    /**
     * Matrices of every two of the sizes, such as W3x5 [3, 5], and vectors of each, such as b3 [3].
     *
     * @param store that holds them
     */
    record Weights(ParameterStore store) {
        /** Makes all of them in an empty store. */
        static Weights in(ParameterStore store) {
            for (int rows : SIZES) {
                store.create(name(rows), Shape.of(rows), EquationCell.Weights::uniform);
                for (int columns : SIZES) {
                    store.create(name(rows, columns), Shape.of(rows, columns), EquationCell.Weights::uniform);
                }
            }
            return new Weights(store);
        }

        static String name(int size) {
            return "b" + size;
        }

        static String name(int rows, int columns) {
            return "W" + rows + "x" + columns;
        }

        Parameter vector(int size) {
            return store.find(name(size)).orElseThrow();
        }

        Parameter matrix(int rows, int columns) {
            return store.find(name(rows, columns)).orElseThrow();
        }
    }

    /** The recurrence of a step over a memory of so many steps, from a state that is given. */
    static Recurrence<State> recurrence(ParameterStore store, RandomStep step, int memory) {
        List<Shape> given = List.of(Shape.of(HIDDEN), Shape.of(OUTPUTS), Shape.of(GIVEN), Shape.of(memory, GIVEN));
        return new Recurrence<>(
                store,
                new RandomCell(Weights.in(store), step),
                INPUTS,
                given,
                (tensors, rows, pass) -> new State(tensors.get(0), tensors.get(1), tensors.get(2), tensors.get(3)));
    }

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(
                pass.zeros(Shape.of(batch, HIDDEN)),
                pass.zeros(Shape.of(batch, OUTPUTS)),
                pass.zeros(Shape.of(batch, GIVEN)),
                pass.zeros(Shape.of(batch, 0, GIVEN)));
    }

    @Override
    public State step(Tensor x, State before) {
        return step.of(weights, x, before);
    }

    @Override
    public Tensor output(State now) {
        return step.output().value.apply(weights, now);
    }
}
