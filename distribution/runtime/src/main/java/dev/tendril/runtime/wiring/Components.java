package dev.tendril.runtime.wiring;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.NormalizationProvider;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.training.Loss;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RegisteredComponent;

/**
 * The providers behind references. A reference's parameters are always an instance of its provider's record, since the binder made
 * them so; that is what makes the casts here safe.
 */
@SuppressWarnings("unchecked")
final class Components {
    private final ComponentRegistry registry;

    Components(ComponentRegistry registry) {
        this.registry = registry;
    }

    CellProvider<Record> cell(ComponentRef<Cell<?>> reference) {
        return registry.provider(Kind.CELL, reference.id(), CellProvider.class);
    }

    AttentionProvider<Record> attention(ComponentRef<Attention<?, ?>> reference) {
        return registry.provider(Kind.ATTENTION, reference.id(), AttentionProvider.class);
    }

    DistributionProvider<Record> distribution(ComponentRef<Distribution<?>> reference) {
        return registry.provider(Kind.DISTRIBUTION, reference.id(), DistributionProvider.class);
    }

    NormalizationProvider<Record> normalization(ComponentRef<Normalization> reference) {
        return registry.provider(Kind.NORMALIZATION, reference.id(), NormalizationProvider.class);
    }

    PositionProvider<Record> position(ComponentRef<Position> reference) {
        return registry.provider(Kind.POSITION, reference.id(), PositionProvider.class);
    }

    PoolingProvider<Record> pooling(ComponentRef<Pooling> reference) {
        return registry.provider(Kind.POOLING, reference.id(), PoolingProvider.class);
    }

    /** A node of the graph that is no head. */
    NodeProvider<Record> node(ComponentRef<Node> reference) {
        return node(Kind.NODE, reference);
    }

    /** A node of the graph; heads are of another kind. */
    NodeProvider<Record> node(Kind kind, ComponentRef<Node> reference) {
        return registry.provider(kind, reference.id(), NodeProvider.class);
    }

    Loss loss(ComponentRef<Loss> reference) {
        LossProvider<Record> provider = registry.provider(Kind.LOSS, reference.id(), LossProvider.class);
        return provider.create(reference.parameters());
    }

    /** Makes a component that needs nothing but its parameters. */
    <T> T withoutContext(Record owner, ComponentRef<T> reference) {
        RegisteredComponent found = ReferenceKinds.find(registry, owner, reference);
        Record parameters = reference.parameters();
        Object made =
                switch (found.kind()) {
                    case ACTIVATION -> ((ActivationProvider<Record>) found.provider()).create(parameters);
                    case INITIALIZER -> ((InitializerProvider<Record>) found.provider()).create(parameters);
                    case LOSS -> ((LossProvider<Record>) found.provider()).create(parameters);
                    default -> throw new IllegalArgumentException(found.kind() + " wants a context");
                };
        return (T) made;
    }
}
