package dev.tendril.layers.head;

import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * Numbers for each vector: of a whole sequence that was pooled, or of every step.
 * <pre>
 *   y = U x + b
 * </pre>
 * Shapes: {@code x [..., D]}, {@code y [..., V]}, V the size of the target. Parameters: {@code readout.U [V, D]},
 * {@code readout.b [V]}.
 */
public final class Regression implements Head.Scoring {
    private final Readout readout;

    Regression(RegressionParameters parameters, NodeContext context) {
        this.readout = Readout.of(
                context, context.inputs().get(Port.TARGET).features(), parameters.loss(), parameters.initializer());
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        return Values.of(Port.OUTPUT, readout.scores(inputs, pass));
    }

    @Override
    public Tensor loss(Values inputs, Pass pass) {
        return readout.loss(inputs, pass);
    }

    @Override
    public double lossWeight(Value target) {
        return readout.comparison().weight(target);
    }

    @Override
    public Reading reading() {
        return Reading.NUMBERS;
    }
}
