package dev.tendril.layers.head;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import dev.tendril.layers.node.Affine;

/**
 * What heads share that read a prediction off each vector: {@code U x + b}, and its comparison with the target.
 *
 * <p>Shapes: {@code x [..., D]}, scores {@code [..., V]}. Parameters: {@code readout.U [V, D]}, {@code readout.b [V]}.
 *
 * @param affine U and b
 * @param comparison of the scores with the target
 */
record Readout(Affine affine, Loss comparison) {

    /**
     * The readout of a head.
     *
     * @param outputs V
     */
    static Readout of(
            NodeContext context, Size outputs, ComponentRef<Loss> loss, ComponentRef<Initializer> initializer) {
        Affine affine = Affine.biased(
                context.scope("readout"),
                context.inputs().get(Port.INPUT).features().intValue(),
                outputs.intValue(),
                context.create(initializer, "initializer"));
        return new Readout(affine, context.create(loss, "loss"));
    }

    /**
     * Types of the outputs of a head, whose input and target go over the same time axes.
     *
     * @param outputs V
     * @param wanted what the target holds for each vector, in words
     */
    static PortTypes infer(PortTypes inputs, Size outputs, String wanted, Loss loss) {
        EdgeType target = inputs.get(Port.TARGET);
        EdgeType input = target.levels() == 0 ? Expect.vector(inputs, Port.INPUT) : Expect.vectors(inputs, Port.INPUT);
        if (!input.axes().equals(target.axes())) {
            throw new InvalidGraph(
                    Port.TARGET,
                    InvalidGraph.Kind.KIND_MISMATCH,
                    "port 'target' wants " + wanted + " for each vector of the input, which is " + input
                            + "; it is connected to " + target + remedy(input));
        }
        EdgeType output = input.withFeatures(outputs);
        loss.check(output, target);
        return PortTypes.output(output);
    }

    /** U x + b of every vector. */
    Sequence scores(Values inputs, Pass pass) {
        Sequence input = inputs.sequence(Port.INPUT).zeroPadded(pass);
        return input.with(affine.of(input.values()));
    }

    /** How far the scores are from the target. */
    Tensor loss(Values inputs, Pass pass) {
        return comparison.of(scores(inputs, pass), inputs.get(Port.TARGET), pass);
    }

    private static String remedy(EdgeType input) {
        return input.levels() == 0
                ? "; leave the pooling out"
                : "; the target must go along the steps that the input goes along";
    }
}
