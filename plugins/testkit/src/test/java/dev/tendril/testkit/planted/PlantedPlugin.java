package dev.tendril.testkit.planted;

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
import java.util.List;

/** A plugin of components with one defect each, and of each kind one without: {@code right}, and among heads {@code right_head}. */
@PluginInfo(id = "planted", version = "1.0.0", api = Spi.VERSION)
public final class PlantedPlugin implements Plugin {
    @Override
    public List<CellProvider<?>> cells() {
        return Cells.all();
    }

    @Override
    public List<AttentionProvider<?>> attentions() {
        return Layers.attentions();
    }

    @Override
    public List<DistributionProvider<?>> distributions() {
        return Layers.distributions();
    }

    @Override
    public List<ActivationProvider<?>> activations() {
        return Layers.activations();
    }

    @Override
    public List<InitializerProvider<?>> initializers() {
        return Training.initializers();
    }

    @Override
    public List<NormalizationProvider<?>> normalizations() {
        return Layers.normalizations();
    }

    @Override
    public List<PositionProvider<?>> positions() {
        return Layers.positions();
    }

    @Override
    public List<PoolingProvider<?>> poolings() {
        return Layers.poolings();
    }

    @Override
    public List<NodeProvider<?>> nodes() {
        return Nodes.all();
    }

    @Override
    public List<HeadProvider<?>> heads() {
        return Nodes.heads();
    }

    @Override
    public List<LossProvider<?>> losses() {
        return Training.losses();
    }

    @Override
    public List<MetricProvider<?>> metrics() {
        return Training.metrics();
    }

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return Updates.all();
    }

    @Override
    public List<ScheduleProvider<?>> schedules() {
        return Training.schedules();
    }

    @Override
    public List<ClippingProvider<?>> clippings() {
        return Training.clippings();
    }

    @Override
    public List<AveragingProvider<?>> averagings() {
        return Updates.averagings();
    }

    @Override
    public List<TokenizerProvider<?>> tokenizers() {
        return Texts.tokenizers();
    }

    @Override
    public List<VocabularyProvider<?>> vocabularies() {
        return Texts.vocabularies();
    }

    @Override
    public List<TransformProvider<?>> transforms() {
        return Texts.transforms();
    }

    @Override
    public List<ReaderProvider<?>> readers() {
        return Sources.all();
    }

    @Override
    public List<SearchProvider<?>> searches() {
        return Searches.all();
    }
}
