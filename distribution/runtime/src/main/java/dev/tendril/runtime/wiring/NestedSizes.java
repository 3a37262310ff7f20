package dev.tendril.runtime.wiring;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.training.Loss;

/** Sizes of nested components once every size is known. */
final class NestedSizes implements Sizes {
    private final Components components;

    NestedSizes(Components components) {
        this.components = components;
    }

    @Override
    public Size cell(ComponentRef<Cell<?>> reference, Size inputSize) {
        CellProvider<Record> provider = components.cell(reference);
        return Size.of(provider.outputSize(reference.parameters(), inputSize.intValue(), this));
    }

    @Override
    public Size attention(ComponentRef<Attention<?, ?>> reference, Size querySize, Size memorySize) {
        AttentionProvider<Record> provider = components.attention(reference);
        return Size.of(provider.outputSize(reference.parameters(), querySize.intValue(), memorySize.intValue()));
    }

    @Override
    public Size pooling(ComponentRef<Pooling> reference, Size features) {
        PoolingProvider<Record> provider = components.pooling(reference);
        return Size.of(provider.outputSize(reference.parameters(), features.intValue()));
    }

    @Override
    public PortTypes node(ComponentRef<Node> reference, PortTypes inputs) {
        return components.node(reference).infer(reference.parameters(), inputs, this);
    }

    /** Nothing to do: the checker refused the graph otherwise. */
    @Override
    public void requireStepper(ComponentRef<Node> reference) {
        components.node(reference);
    }

    @Override
    public boolean resumable(ComponentRef<Node> reference) {
        return components.node(reference).resumable(reference.parameters());
    }

    @Override
    public Loss loss(ComponentRef<Loss> reference) {
        return components.loss(reference);
    }
}
