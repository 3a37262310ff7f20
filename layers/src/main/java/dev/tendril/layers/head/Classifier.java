package dev.tendril.layers.head;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import dev.tendril.layers.node.Affine;

/**
 * One class for each vector: of a whole sequence that was pooled, or of every step.
 * <pre>
 *   p = softmax(U x + b)
 * </pre>
 * Shapes: {@code x [..., D]}, {@code p [..., V]}. Parameters: {@code readout.U [V, D]}, {@code readout.b [V]}.
 */
public final class Classifier implements Head.Scoring {
    private final Affine readout;
    private final Loss loss;

    Classifier(ClassifierParameters parameters, NodeContext context) {
        this.readout = Affine.biased(
                context.scope("readout"),
                context.inputs().get(Port.INPUT).features().intValue(),
                context.vocabulary(Port.TARGET).size(),
                context.create(parameters.initializer(), "initializer"));
        this.loss = context.create(parameters.loss(), "loss");
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence scores = scores(inputs, pass);
        return Values.of(Port.OUTPUT, scores.with(scores.values().softmax()));
    }

    @Override
    public Tensor loss(Values inputs, Pass pass) {
        return loss.of(scores(inputs, pass), inputs.get(Port.TARGET), pass);
    }

    @Override
    public double lossWeight(Value target) {
        return loss.weight(target);
    }

    @Override
    public Reading reading() {
        return Reading.PROBABILITIES;
    }

    private Sequence scores(Values inputs, Pass pass) {
        Sequence input = inputs.sequence(Port.INPUT).zeroPadded(pass);
        return input.with(readout.of(input.values()));
    }
}
