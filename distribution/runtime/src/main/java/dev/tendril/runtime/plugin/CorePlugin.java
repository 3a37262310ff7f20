package dev.tendril.runtime.plugin;

import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.NormalizationProvider;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.spi.SearchProvider;
import dev.tendril.api.spi.Spi;
import dev.tendril.api.spi.TokenizerProvider;
import dev.tendril.api.spi.TransformProvider;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.layers.LayerComponents;
import dev.tendril.nlp.NlpComponents;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.training.TrainingComponents;
import java.util.List;
import java.util.function.Function;

/** The plugin {@code core}: the components that come with Tendril, registered the way any plugin's are. */
@PluginInfo(id = PluginHandle.CORE, version = "0.1.0", api = Spi.VERSION)
public final class CorePlugin implements Plugin {
    private final List<Plugin> parts = List.of(new LayerComponents(), new TrainingComponents(), new NlpComponents());

    /** Called by {@code ServiceLoader}. */
    public CorePlugin() {}

    private <T> List<T> join(Function<Plugin, List<T>> kind) {
        return parts.stream().flatMap(part -> kind.apply(part).stream()).toList();
    }

    @Override
    public List<CellProvider<?>> cells() {
        return join(Plugin::cells);
    }

    @Override
    public List<AttentionProvider<?>> attentions() {
        return join(Plugin::attentions);
    }

    @Override
    public List<DistributionProvider<?>> distributions() {
        return join(Plugin::distributions);
    }

    @Override
    public List<ActivationProvider<?>> activations() {
        return join(Plugin::activations);
    }

    @Override
    public List<InitializerProvider<?>> initializers() {
        return join(Plugin::initializers);
    }

    @Override
    public List<NormalizationProvider<?>> normalizations() {
        return join(Plugin::normalizations);
    }

    @Override
    public List<PositionProvider<?>> positions() {
        return join(Plugin::positions);
    }

    @Override
    public List<PoolingProvider<?>> poolings() {
        return join(Plugin::poolings);
    }

    @Override
    public List<NodeProvider<?>> nodes() {
        return join(Plugin::nodes);
    }

    @Override
    public List<HeadProvider<?>> heads() {
        return join(Plugin::heads);
    }

    @Override
    public List<LossProvider<?>> losses() {
        return join(Plugin::losses);
    }

    @Override
    public List<MetricProvider<?>> metrics() {
        return join(Plugin::metrics);
    }

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return join(Plugin::optimizers);
    }

    @Override
    public List<ScheduleProvider<?>> schedules() {
        return join(Plugin::schedules);
    }

    @Override
    public List<ClippingProvider<?>> clippings() {
        return join(Plugin::clippings);
    }

    @Override
    public List<AveragingProvider<?>> averagings() {
        return join(Plugin::averagings);
    }

    @Override
    public List<TokenizerProvider<?>> tokenizers() {
        return join(Plugin::tokenizers);
    }

    @Override
    public List<VocabularyProvider<?>> vocabularies() {
        return join(Plugin::vocabularies);
    }

    @Override
    public List<TransformProvider<?>> transforms() {
        return join(Plugin::transforms);
    }

    @Override
    public List<ReaderProvider<?>> readers() {
        return join(Plugin::readers);
    }

    @Override
    public List<SearchProvider<?>> searches() {
        return join(Plugin::searches);
    }
}
