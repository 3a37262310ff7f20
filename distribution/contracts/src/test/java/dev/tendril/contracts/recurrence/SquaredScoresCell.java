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
 * A cell with a sheet in its step, whose scores the gradient reads again, shifted: it has to compute them anew, in the loop.
 * <pre>
 *   e_s = vᵀ tanh(k_s + W h)
 *   h′_s = tanh(uᵀ x + g_s relu(e_s + 0.3)²)
 * </pre>
 * Shapes: {@code x [B, I]}, {@code k [S, A]}, {@code h [B, S]}.
 */
final class SquaredScoresCell implements Cell<SquaredScoresCell.State> {
    private final Parameter input;
    private final Parameter keys;
    private final Parameter state;
    private final Parameter readout;
    private final Parameter gain;

    SquaredScoresCell(ComponentContext context, int inputs, int units, int hidden) {
        this.input = context.parameter("u", Shape.of(units, inputs), SquaredScoresCell::uniform);
        this.keys = context.parameter("k", Shape.of(units, hidden), SquaredScoresCell::uniform);
        this.state = context.parameter("W", Shape.of(hidden, units), SquaredScoresCell::uniform);
        this.readout = context.parameter("v", Shape.of(1, hidden), SquaredScoresCell::uniform);
        this.gain = context.parameter("g", Shape.of(units), SquaredScoresCell::uniform);
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
     * @param h the hidden state
     */
    public record State(Tensor h) implements CellState {}

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, keys.shape().size(0))));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor hidden = previous.h().linear(state).unsqueeze(1).plus(keys).tanh(); // [B, S, A]
        Tensor scores = hidden.linear(readout).squeeze(-1); // [B, S]
        return new State(x.linear(input)
                .plus(scores.plus(0.3).relu().square().times(gain))
                .tanh());
    }

    @Override
    public Tensor output(State now) {
        return now.h();
    }
}
