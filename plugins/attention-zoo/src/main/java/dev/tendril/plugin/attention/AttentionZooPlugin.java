package dev.tendril.plugin.attention;

import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.Spi;
import dev.tendril.plugin.attention.compatibility.ActivatedGeneral;
import dev.tendril.plugin.attention.compatibility.BiasedGeneral;
import dev.tendril.plugin.attention.compatibility.Concatenation;
import dev.tendril.plugin.attention.compatibility.Convolution;
import dev.tendril.plugin.attention.compatibility.Cosine;
import dev.tendril.plugin.attention.compatibility.Deep;
import dev.tendril.plugin.attention.compatibility.Location;
import dev.tendril.plugin.attention.compatibility.LocationAware;
import dev.tendril.plugin.attention.distribution.Hard;
import dev.tendril.plugin.attention.distribution.LocalMonotonic;
import dev.tendril.plugin.attention.distribution.LocalPredictive;
import dev.tendril.plugin.attention.distribution.Sigmoid;
import dev.tendril.plugin.attention.distribution.Sparsemax;
import dev.tendril.plugin.attention.multiplicity.AttentionPooling;
import dev.tendril.plugin.attention.multiplicity.CoAttentionNode;
import dev.tendril.plugin.attention.multiplicity.MultiDimensional;
import dev.tendril.plugin.attention.multiplicity.MultiHead;
import dev.tendril.plugin.attention.multiplicity.SegmentsNode;
import dev.tendril.plugin.attention.multiplicity.SelfAttentionNode;
import java.util.List;

/** Registers the attentions of this plugin. */
@PluginInfo(id = "attention-zoo", version = "0.1.0", api = Spi.VERSION)
public final class AttentionZooPlugin implements Plugin {
    @Override
    public List<AttentionProvider<?>> attentions() {
        return List.of(
                BiasedGeneral.provider(),
                ActivatedGeneral.provider(),
                Concatenation.provider(),
                Cosine.provider(),
                Deep.provider(),
                Convolution.provider(),
                Location.provider(),
                LocationAware.provider(),
                MultiHead.provider(),
                MultiDimensional.provider());
    }

    @Override
    public List<DistributionProvider<?>> distributions() {
        return List.of(
                Sigmoid.provider(),
                Sparsemax.provider(),
                LocalMonotonic.provider(),
                LocalPredictive.provider(),
                Hard.provider());
    }

    @Override
    public List<PoolingProvider<?>> poolings() {
        return List.of(AttentionPooling.provider());
    }

    @Override
    public List<NodeProvider<?>> nodes() {
        return List.of(SelfAttentionNode.provider(), CoAttentionNode.provider(), SegmentsNode.provider());
    }
}
