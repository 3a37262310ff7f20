package dev.tendril.layers.steps;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.layers.cell.StackedCell;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.node.Affine;
import dev.tendril.layers.steps.RecurrentStepsParameters.AttentionPosition;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the cell of {@link RecurrentSteps} together, from the inside outwards: the stack and what it starts from, attention, the context.
 *
 * <p>Parameters stand under {@code layer0}, {@code layer1}, …; {@code initial.layer0.state0}, …; {@code attention}; {@code attentional}.
 *
 * @param parameters of the node
 * @param context where it is made
 */
record Assembly(RecurrentStepsParameters parameters, NodeContext context) {

    ConditionedCell<?> cell() {
        int given = size(RecurrentSteps.CONTEXT);
        int input = size(Port.INPUT) + given;
        int top = top(input);
        ConditionedCell<?> cell = parameters
                .attention()
                .<ConditionedCell<?>>map(attention -> attending(attention, input, top))
                .orElseGet(() -> started(input));
        return given == 0 ? cell : new ContextCell<>(cell);
    }

    private ConditionedCell<?> attending(ComponentRef<Attention<?, ?>> reference, int input, int top) {
        int memory = size(RecurrentSteps.MEMORY);
        int seen = context.attentionOutputSize(reference, top, memory);
        Attention<?, ?> attention = context.attention(reference, "attention", top, memory);
        if (parameters.attentionPosition() == AttentionPosition.BEFORE) {
            return before(started(input + seen), attention, seen);
        }
        Affine attentional = Affine.unbiased(context.scope("attentional"), seen + top, top, Initializers.weights());
        if (!parameters.inputFeeding()) {
            return after(started(input), attention, attentional);
        }
        return new InputFeedingCell<>(after(started(input + top), attention, attentional));
    }

    private static <S extends CellState, M extends CellState, A extends CellState> ConditionedCell<?> before(
            ConditionedCell<S> inner, Attention<M, A> attention, int seen) {
        return new AttendBeforeCell<>(inner, attention, seen);
    }

    private static <S extends CellState, M extends CellState, A extends CellState> ConditionedCell<?> after(
            ConditionedCell<S> inner, Attention<M, A> attention, Affine attentional) {
        return new AttendAfterCell<>(inner, attention, attentional);
    }

    private StartedCell started(int input) {
        boolean start = context.inputs().find(RecurrentSteps.INITIAL).isPresent();
        List<Cell<?>> layers = new ArrayList<>();
        List<Affine> bridges = new ArrayList<>();
        int size = input;
        for (int layer = 0; layer < parameters.layers(); layer++) {
            Cell<?> cell = context.cell(parameters.cell(), "layer" + layer, size);
            size = context.cellOutputSize(parameters.cell(), size);
            layers.add(cell);
            if (start) {
                bridges.addAll(bridges(cell, layer, size));
            }
        }
        return new StartedCell(StackedCell.withDropout(layers, parameters.dropout(), context.path()), bridges);
    }

    private List<Affine> bridges(Cell<?> cell, int layer, int units) {
        ComponentContext place = context.scope("initial").scope("layer" + layer);
        List<Affine> bridges = new ArrayList<>();
        for (int state = 0; state < cell.startable().size(); state++) {
            bridges.add(Affine.biased(
                    place.scope("state" + state), size(RecurrentSteps.INITIAL), units, Initializers.weights()));
        }
        return bridges;
    }

    /** Output size of the top layer for an input of this size. */
    private int top(int input) {
        int size = input;
        for (int layer = 0; layer < parameters.layers(); layer++) {
            size = context.cellOutputSize(parameters.cell(), size);
        }
        return size;
    }

    private int size(String port) {
        return context.inputs()
                .find(port)
                .map(EdgeType::features)
                .map(size -> size.intValue())
                .orElse(0);
    }
}
