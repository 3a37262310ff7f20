package dev.tendril.layers.node;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.cell.Dropout;
import dev.tendril.layers.cell.InputDropoutCell;
import dev.tendril.layers.cell.ResidualCell;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * One layer of a {@link RecurrentNode}.
 *
 * @param forward from the first step to the last
 * @param backward from the last step to the first, if the layer is bidirectional
 * @param residual whether the input is added to the output
 */
record Layer(Cell<?> forward, Optional<Cell<?>> backward, boolean residual) {

    /**
     * A layer's run over a sequence.
     *
     * @param outputs [B, T, D], zeros in the padding
     * @param last output of each direction's last step, [B, D]
     */
    record Run(Sequence outputs, Tensor last) {}

    /** Whole sequences; only the input of the cells is thinned, not what a residual connection adds. */
    Run run(Sequence input, Dropout dropout, Pass pass) {
        Sequence thinned = dropout.apply(input, pass);
        Run ahead = run(forward, thinned, UnrollOptions.forward(), pass);
        Run both = backward.map(cell -> beside(ahead, run(cell, thinned, UnrollOptions.backward(), pass)))
                .orElse(ahead);
        return residual ? plus(both, input) : both;
    }

    /** The same layer, of one direction, as a cell. */
    Cell<?> asCell(Dropout dropout) {
        Cell<?> thinned = new InputDropoutCell<>(forward, dropout);
        return residual ? new ResidualCell<>(thinned) : thinned;
    }

    private static <S extends CellState> Run run(Cell<S> cell, Sequence input, UnrollOptions options, Pass pass) {
        S initial = cell.initialState(input.rows(), pass);
        Unrolled<S> unrolled = pass.engine().unroll(cell, input, initial, options);
        return new Run(unrolled.outputs(), cell.output(unrolled.last()));
    }

    private static Run beside(Run ahead, Run back) {
        Tensor outputs = ahead.outputs().values().concat(-1, back.outputs().values());
        return new Run(ahead.outputs().with(outputs), ahead.last().concat(-1, back.last()));
    }

    /** The input is another layer's output, so its padding holds zeros. */
    private Run plus(Run run, Sequence input) {
        Tensor outputs = run.outputs().values().plus(input.values());
        return new Run(run.outputs().with(outputs), run.last().plus(lastInput(input)));
    }

    /** The input of each direction's last step, each half from where its direction ends; zeros for a row without steps. */
    private Tensor lastInput(Sequence input) {
        Tensor atEnd = step(input, length -> length - 1);
        if (backward.isEmpty()) {
            return atEnd;
        }
        int half = input.shape().size(-1) / 2;
        Tensor atStart = step(input, length -> Math.min(0, length - 1));
        return atEnd.slice(-1, 0, half).concat(-1, atStart.slice(-1, half, 2 * half));
    }

    private static Tensor step(Sequence input, IntUnaryOperator positionByLength) {
        int[] positions = Arrays.stream(input.lengths().get(0).toArray())
                .map(positionByLength)
                .toArray();
        return input.values()
                .steps(Ids.of(Shape.of(positions.length, 1), positions))
                .squeeze(1);
    }
}
