package dev.tendril.layers.transformer;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Position;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.cell.Dropout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Transformer (Vaswani et al. 2017): positions, then sub-layers one above the other, then a normalisation where the sub-layers do not
 * end in one.
 *
 * @param position worked into the input
 * @param dropout of the input with its positions
 * @param sublayers the lowest first
 * @param last the normalisation at the end, if there is one
 */
record Network(Position position, Dropout dropout, List<Sublayer<?>> sublayers, Optional<Normalization> last)
        implements Sublayer<Network.State> {
    Network {
        sublayers = List.copyOf(sublayers);
    }

    /**
     * What is carried from step to step.
     *
     * @param taken [B, t, 0], the steps taken so far; growing
     * @param noise of the next step
     * @param sublayers of every sub-layer, the lowest first
     */
    public record State(Tensor taken, Noise noise, List<CellState> sublayers) implements CellState {
        public State {
            sublayers = List.copyOf(sublayers);
        }
    }

    @Override
    public State start(Values inputs, int rows, Pass pass) {
        List<CellState> states = new ArrayList<>();
        for (Sublayer<?> sublayer : sublayers) {
            states.add(sublayer.start(inputs, rows, pass));
        }
        return new State(pass.zeros(Shape.of(rows, 0, 0)), dropout.start(rows, pass), states);
    }

    @Override
    public Tensor all(Sequence x, State start) {
        Pass pass = x.values().pass();
        Sequence y = dropout.apply(x.with(position.encode(x.values(), 0)), pass);
        for (int i = 0; i < sublayers.size(); i++) {
            y = y.with(sublayer(i).all(y, start.sublayers().get(i)));
        }
        return normalized(y.values());
    }

    @Override
    public Stepped<State> step(Tensor x, State previous) {
        Tensor placed = position.encode(x.unsqueeze(1), previous.taken().shape().size(1))
                .squeeze(1);
        Tensor y = dropout.step(placed, previous.noise());
        List<CellState> states = new ArrayList<>();
        Optional<Tensor> alignment = Optional.empty();
        for (int i = 0; i < sublayers.size(); i++) {
            Stepped<CellState> stepped =
                    sublayer(i).step(y, previous.sublayers().get(i));
            y = stepped.output();
            states.add(stepped.state());
            alignment = stepped.alignment().isPresent() ? stepped.alignment() : alignment;
        }
        Tensor taken = previous.taken().append(x.slice(-1, 0, 0));
        return new Stepped<>(normalized(y), new State(taken, previous.noise().next(), states), alignment);
    }

    private Tensor normalized(Tensor y) {
        return last.map(normalization -> normalization.apply(y)).orElse(y);
    }

    /** Every sub-layer meets only the states that it made itself. */
    @SuppressWarnings("unchecked")
    private Sublayer<CellState> sublayer(int index) {
        return (Sublayer<CellState>) sublayers.get(index);
    }
}
