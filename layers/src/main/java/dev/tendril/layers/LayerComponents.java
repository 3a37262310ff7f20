package dev.tendril.layers;

import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.NormalizationProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.layers.activation.Activations;
import dev.tendril.layers.attention.Attentions;
import dev.tendril.layers.attention.Distributions;
import dev.tendril.layers.cell.Cells;
import dev.tendril.layers.head.Heads;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.node.Nodes;
import dev.tendril.layers.normalization.Normalizations;
import dev.tendril.layers.pooling.Poolings;
import dev.tendril.layers.position.Positions;
import dev.tendril.layers.steps.RecurrentStepsProvider;
import dev.tendril.layers.transformer.Transformers;
import java.util.List;
import java.util.stream.Stream;

/** The components of this module, as a part of the plugin {@code core}. */
public final class LayerComponents implements Plugin {

    @Override
    public List<CellProvider<?>> cells() {
        return Cells.providers();
    }

    @Override
    public List<AttentionProvider<?>> attentions() {
        return Attentions.providers();
    }

    @Override
    public List<DistributionProvider<?>> distributions() {
        return Distributions.providers();
    }

    @Override
    public List<ActivationProvider<?>> activations() {
        return Activations.providers();
    }

    @Override
    public List<InitializerProvider<?>> initializers() {
        return Initializers.providers();
    }

    @Override
    public List<NormalizationProvider<?>> normalizations() {
        return Normalizations.providers();
    }

    @Override
    public List<PositionProvider<?>> positions() {
        return Positions.providers();
    }

    @Override
    public List<PoolingProvider<?>> poolings() {
        return Poolings.providers();
    }

    @Override
    public List<NodeProvider<?>> nodes() {
        return Stream.of(Nodes.providers(), List.of(new RecurrentStepsProvider()), Transformers.providers())
                .<NodeProvider<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<HeadProvider<?>> heads() {
        return Heads.providers();
    }
}
