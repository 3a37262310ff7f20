package dev.tendril.runtime.check;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.spi.TransformProvider;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.api.training.Loss;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.List;

/**
 * Calls providers with the parameter records that references carry. The compiler cannot know that a record is of the provider's
 * type; the binder made it so.
 */
@SuppressWarnings("unchecked")
final class Unchecked {
    private Unchecked() {}

    static int cellSize(ComponentRegistry registry, ComponentRef<Cell<?>> reference, int inputSize, Sizes nested) {
        CellProvider<Record> provider =
                (CellProvider<Record>) registry.provider(Kind.CELL, reference.id(), CellProvider.class);
        return provider.outputSize(reference.parameters(), inputSize, nested);
    }

    static int attentionSize(
            ComponentRegistry registry, ComponentRef<Attention<?, ?>> reference, int querySize, int memorySize) {
        AttentionProvider<Record> provider =
                (AttentionProvider<Record>) registry.provider(Kind.ATTENTION, reference.id(), AttentionProvider.class);
        return provider.outputSize(reference.parameters(), querySize, memorySize);
    }

    static int poolingSize(ComponentRegistry registry, ComponentRef<Pooling> reference, int features) {
        PoolingProvider<Record> provider =
                (PoolingProvider<Record>) registry.provider(Kind.POOLING, reference.id(), PoolingProvider.class);
        return provider.outputSize(reference.parameters(), features);
    }

    static List<Port> ports(ComponentRegistry registry, Kind kind, ComponentRef<?> reference) {
        NodeProvider<Record> provider =
                (NodeProvider<Record>) registry.provider(kind, reference.id(), NodeProvider.class);
        return provider.ports(reference.parameters());
    }

    static PortTypes infer(
            ComponentRegistry registry, Kind kind, ComponentRef<?> reference, PortTypes inputs, Sizes nested) {
        NodeProvider<Record> provider =
                (NodeProvider<Record>) registry.provider(kind, reference.id(), NodeProvider.class);
        return provider.infer(reference.parameters(), inputs, nested);
    }

    static List<Remark> remarks(ComponentRegistry registry, NodeSpec node, PortTypes inputs) {
        NodeProvider<Record> provider = (NodeProvider<Record>)
                registry.provider(node.kind(), node.component().id(), NodeProvider.class);
        return provider.remarks(node.component().parameters(), inputs);
    }

    static boolean stepwise(ComponentRegistry registry, Kind kind, ComponentRef<?> reference) {
        NodeProvider<Record> provider =
                (NodeProvider<Record>) registry.provider(kind, reference.id(), NodeProvider.class);
        return provider.stepwise(reference.parameters());
    }

    static boolean resumable(ComponentRegistry registry, Kind kind, ComponentRef<?> reference) {
        NodeProvider<Record> provider =
                (NodeProvider<Record>) registry.provider(kind, reference.id(), NodeProvider.class);
        return provider.resumable(reference.parameters());
    }

    static boolean windowed(ComponentRegistry registry, ComponentRef<?> reference, Sizes nested) {
        HeadProvider<Record> provider =
                (HeadProvider<Record>) registry.provider(Kind.HEAD, reference.id(), HeadProvider.class);
        return provider.windowed(reference.parameters(), nested);
    }

    static Loss loss(ComponentRegistry registry, ComponentRef<Loss> reference) {
        LossProvider<Record> provider =
                (LossProvider<Record>) registry.provider(Kind.LOSS, reference.id(), LossProvider.class);
        return provider.create(reference.parameters());
    }

    static Fitted<?, List<String>, Vocabulary> vocabulary(
            ComponentRegistry registry, ComponentRef<Vocabulary> reference, VocabularyProvider.Role role) {
        VocabularyProvider<Record> provider = (VocabularyProvider<Record>)
                registry.provider(Kind.VOCABULARY, reference.id(), VocabularyProvider.class);
        return provider.create(reference.parameters(), role);
    }

    static Reader reader(ComponentRegistry registry, ComponentRef<Reader> reference, ReaderContext context) {
        ReaderProvider<Record> provider =
                (ReaderProvider<Record>) registry.provider(Kind.READER, reference.id(), ReaderProvider.class);
        return provider.create(reference.parameters(), context);
    }

    static int features(ComponentRegistry registry, ComponentRef<Transform> reference, int size) {
        TransformProvider<Record> provider =
                (TransformProvider<Record>) registry.provider(Kind.TRANSFORM, reference.id(), TransformProvider.class);
        return provider.features(reference.parameters(), size);
    }
}
