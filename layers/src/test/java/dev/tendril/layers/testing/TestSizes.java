package dev.tendril.layers.testing;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.training.Loss;

/** Sizes of components whose own sizes are known. */
public final class TestSizes implements Sizes {
    private final Components components = new Components();

    @Override
    public Size cell(ComponentRef<Cell<?>> reference, Size inputSize) {
        return Size.of(components
                .cell(reference)
                .outputSize(reference.parameters(), inputSize.known() ? inputSize.intValue() : 1, this));
    }

    @Override
    public Size attention(ComponentRef<Attention<?, ?>> reference, Size querySize, Size memorySize) {
        return Size.of(components
                .attention(reference)
                .outputSize(reference.parameters(), querySize.intValue(), memorySize.intValue()));
    }

    @Override
    public Size pooling(ComponentRef<Pooling> reference, Size features) {
        return Size.of(components.pooling(reference).outputSize(reference.parameters(), features.intValue()));
    }

    @Override
    public PortTypes node(ComponentRef<Node> reference, PortTypes inputs) {
        return components.node(reference).infer(reference.parameters(), inputs, this);
    }

    @Override
    public void requireStepper(ComponentRef<Node> reference) {
        if (!components.node(reference).stepwise(reference.parameters())) {
            throw new InvalidGraph(
                    Port.INPUT, InvalidGraph.Kind.KIND_MISMATCH, reference.id() + " cannot go step by step");
        }
    }

    @Override
    public boolean resumable(ComponentRef<Node> reference) {
        return components.node(reference).resumable(reference.parameters());
    }

    @Override
    public Loss loss(ComponentRef<Loss> reference) {
        return (Loss) components.simple(reference);
    }
}
