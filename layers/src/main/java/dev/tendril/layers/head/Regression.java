package dev.tendril.layers.head;

import dev.tendril.api.data.Sequence;
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
 *   y = U x + b                          or, with a base,   y = base + U x + b
 * </pre>
 * A base is what the numbers are taken to be unless learnt otherwise, such as the last value of a series that is forecast.
 *
 * <p>Shapes: {@code x [..., D]}, {@code y [..., V]}, {@code base [..., V]} or {@code [..., 1]}, V the size of the target. Parameters: {@code readout.U [V, D]},
 * {@code readout.b [V]}.
 */
public final class Regression implements Head.Scoring {
    /** The port of what the numbers are added to. */
    static final String BASE = "base";

    private final Readout readout;

    Regression(RegressionParameters parameters, NodeContext context) {
        this.readout = Readout.of(
                context, context.inputs().get(Port.TARGET).features(), parameters.loss(), parameters.initializer());
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        return Values.of(Port.OUTPUT, numbers(inputs, pass));
    }

    private Sequence numbers(Values inputs, Pass pass) {
        Sequence own = readout.scores(inputs, pass);
        return inputs.find(BASE)
                .map(base ->
                        own.with(((Sequence) base).zeroPadded(pass).values().plus(own.values())))
                .orElse(own);
    }

    @Override
    public Tensor loss(Values inputs, Pass pass) {
        return readout.comparison().of(numbers(inputs, pass), inputs.get(Port.TARGET), pass);
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
