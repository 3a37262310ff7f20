package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A cell as a third party writes one, with a state whose exposed tensor is not its first.
 * <pre>
 *   a′ = ½ a + ½ x²                    a fading sum of the input's energy
 *   h′ = tanh(U x + W h) / (1 + sum a′)
 * </pre>
 * Shapes: {@code x [B, I]}, {@code a [B, I]}, {@code h [B, H]}.
 */
final class FadingCell implements Cell<FadingCell.State> {
    private final int inputs;
    private final int units;
    private final Parameter input;
    private final Parameter state;

    FadingCell(ComponentContext context, int inputs, int units) {
        this.inputs = inputs;
        this.units = units;
        this.input = context.parameter("U", Shape.of(units, inputs), FadingCell::uniform);
        this.state = context.parameter("W", Shape.of(units, units), FadingCell::uniform);
    }

    private static double[] uniform(Shape shape, Initializer.Draw draw) {
        double[] values = new double[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * draw.random().uniform(draw.key(), i) - 1;
        }
        return values;
    }

    /**
     * What is carried from step to step.
     *
     * @param energy a
     * @param h the hidden state
     */
    public record State(Tensor energy, Tensor h) implements CellState {}

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, inputs)), pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor energy = previous.energy().plus(x.square()).times(0.5);
        Tensor content = x.linear(input).plus(previous.h().linear(state)).tanh();
        return new State(energy, content.dividedBy(energy.sum(-1).unsqueeze(-1).plus(1)));
    }

    @Override
    public Tensor output(State now) {
        return now.h();
    }

    @Override
    public Exposed<State> exposed() {
        return new Exposed<>(State::h, (now, h) -> new State(now.energy(), h));
    }
}
