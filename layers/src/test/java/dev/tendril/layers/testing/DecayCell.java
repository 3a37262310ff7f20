package dev.tendril.layers.testing;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;

/**
 * A cell as a third party would write it: a learnt decay, a state whose exposed tensor is not its first, an output that is no part of the
 * state: {@code clock′ = clock + 1, h′ = σ(a) ⊙ h + U x, y = tanh(h′)}.
 */
public final class DecayCell implements Cell<DecayCell.State> {
    private final Parameter weight;
    private final Parameter decay;

    DecayCell(Parameters parameters, CellContext context) {
        this.weight = context.parameter("U", Shape.of(parameters.units(), context.inputSize()), Initializers.weights());
        this.decay = context.parameter("a", Shape.of(parameters.units()), Initializers.filled(0.3));
    }

    public record Parameters(@Param("Units.") int units) {}

    public record State(Tensor clock, Tensor h) implements CellState {}

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(
                pass.zeros(Shape.of(batch, 1)),
                pass.full(Shape.of(batch, decay.shape().size(0)), 0.1));
    }

    @Override
    public State step(Tensor x, State previous) {
        return new State(
                previous.clock().plus(1),
                previous.h().times(x.pass().attach(decay).sigmoid()).plus(x.linear(weight)));
    }

    @Override
    public Tensor output(State state) {
        return state.h().tanh();
    }

    @Override
    public Exposed<State> exposed() {
        return new Exposed<>(State::h, (state, h) -> new State(state.clock(), h));
    }

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "decay";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "A learnt decay.";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new DecayCell(parameters, context);
        }
    }
}
