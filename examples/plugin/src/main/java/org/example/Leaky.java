package org.example;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A recurrent cell that forgets slowly.
 * <pre>
 *   h′ = (1 − a) h + a tanh(U x + W h + b)
 * </pre>
 * Shapes: {@code x [B, I]}, {@code h [B, H]}.
 */
public final class Leaky implements CellProvider<Leaky.Parameters> {

    /** What stands in a model file: {@code {type: example/leaky, units: 64, rate: 0.3}}. */
    public record Parameters(
            @Param("Hidden units.") @Range(min = 1) int units,

            @Param("Share of what is new, a.") @Default("0.5") @Range(min = 0, minExclusive = true, max = 1)
            double rate,

            @Param("First values of U and W.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    /** What is carried from step to step. */
    public record State(Tensor h) implements CellState {}

    private record Step(Parameter u, Parameter w, Parameter b, double a) implements Cell<State> {
        @Override
        public State initialState(int batch, Pass pass) {
            return new State(pass.zeros(Shape.of(batch, b.shape().size(0))));
        }

        @Override
        public State step(Tensor x, State previous) {
            Tensor h = previous.h();
            Tensor content = x.linear(u, b).plus(h.linear(w)).tanh();
            return new State(h.times(1 - a).plus(content.times(a)));
        }

        @Override
        public Tensor output(State state) {
            return state.h();
        }
    }

    @Override
    public String name() {
        return "leaky";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String description() {
        return "A recurrent cell that forgets slowly.";
    }

    @Override
    public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
        return parameters.units();
    }

    @Override
    public Cell<?> create(Parameters parameters, CellContext context) {
        int units = parameters.units();
        Initializer first = context.create(parameters.initializer(), "initializer");
        return new Step(
                context.parameter("U", Shape.of(units, context.inputSize()), first),
                context.parameter("W", Shape.of(units, units), first),
                context.parameter("b", Shape.of(units), (shape, draw) -> new double[units]),
                parameters.rate());
    }
}
