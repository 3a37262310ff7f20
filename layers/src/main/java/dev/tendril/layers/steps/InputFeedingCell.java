package dev.tendril.layers.steps;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * Input feeding (Luong et al. 2015): what the cell showed last joins its next input.
 * <pre>
 *   s′ = step([x; output(s)], s)
 * </pre>
 *
 * @param inner the cell that steps, of input size I + O
 * @param <S> its state
 */
record InputFeedingCell<S extends CellState>(ConditionedCell<S> inner) implements ConditionedCell<S> {
    @Override
    public S start(Values inputs, int rows, Pass pass) {
        return inner.start(inputs, rows, pass);
    }

    @Override
    public S step(Tensor x, S previous) {
        return inner.step(x.concat(-1, inner.output(previous)), previous); // [B, I + O]
    }

    @Override
    public Tensor output(S state) {
        return inner.output(state);
    }

    @Override
    public Optional<Tensor> alignment(S state) {
        return inner.alignment(state);
    }
}
