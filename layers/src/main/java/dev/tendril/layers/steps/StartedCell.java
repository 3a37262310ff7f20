package dev.tendril.layers.steps;

import dev.tendril.api.cell.Exposed;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.cell.StackedCell;
import dev.tendril.layers.node.Affine;
import java.util.List;

/**
 * A stack of cells whose state starts from a vector, if one is given (Bahdanau et al. 2015, appendix A.2.2).
 * <pre>
 *   s₀ = tanh(U v + b)     for every tensor of the state that may be started, with a U and b of its own
 * </pre>
 * Shapes: {@code v [B, N]}, {@code s₀ [B, H]}.
 *
 * @param stack the cells
 * @param bridges U and b by startable tensor of the stack, in order; none if no vector is given
 */
record StartedCell(StackedCell stack, List<Affine> bridges) implements ConditionedCell<StackedCell.State> {
    StartedCell {
        bridges = List.copyOf(bridges);
    }

    @Override
    public StackedCell.State start(Values inputs, int rows, Pass pass) {
        StackedCell.State state = stack.initialState(rows, pass);
        if (bridges.isEmpty()) {
            return state;
        }
        Sequence vector = inputs.sequence(RecurrentSteps.INITIAL).in(pass);
        List<Exposed<StackedCell.State>> views = stack.startable();
        for (int view = 0; view < views.size(); view++) {
            Tensor start = bridges.get(view).of(vector.values()).tanh();
            state = views.get(view).with().apply(state, start);
        }
        return state;
    }

    @Override
    public StackedCell.State step(Tensor x, StackedCell.State previous) {
        return stack.step(x, previous);
    }

    @Override
    public Tensor output(StackedCell.State state) {
        return stack.output(state);
    }

    @Override
    public Exposed<StackedCell.State> exposed() {
        return stack.exposed();
    }

    @Override
    public List<Exposed<StackedCell.State>> startable() {
        return stack.startable();
    }
}
