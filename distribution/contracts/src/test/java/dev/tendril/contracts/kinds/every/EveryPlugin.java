package dev.tendril.contracts.kinds.every;

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

/** One component of every kind, each named {@code mine} but the head. */
@PluginInfo(id = "every", version = "1.0.0", api = Spi.VERSION)
public final class EveryPlugin implements Plugin {
    /** Called by {@code ServiceLoader}. */
    public EveryPlugin() {}

    @Override
    public List<CellProvider<?>> cells() {
        return List.of(new Recurrences.LeakyProvider());
    }

    @Override
    public List<AttentionProvider<?>> attentions() {
        return List.of(new Recurrences.NearestProvider());
    }

    @Override
    public List<DistributionProvider<?>> distributions() {
        return List.of(new Recurrences.BellProvider());
    }

    @Override
    public List<ActivationProvider<?>> activations() {
        return List.of(new Layers.SoftSignProvider());
    }

    @Override
    public List<InitializerProvider<?>> initializers() {
        return List.of(new Layers.AlternatingProvider());
    }

    @Override
    public List<NormalizationProvider<?>> normalizations() {
        return List.of(new Layers.UnitLengthProvider());
    }

    @Override
    public List<PositionProvider<?>> positions() {
        return List.of(new Layers.RampProvider());
    }

    @Override
    public List<PoolingProvider<?>> poolings() {
        return List.of(new Layers.MeanSquareProvider());
    }

    @Override
    public List<NodeProvider<?>> nodes() {
        return List.of(new Nodes.ScaledProvider());
    }

    @Override
    public List<HeadProvider<?>> heads() {
        return List.of(new Nodes.SummedProvider());
    }

    @Override
    public List<LossProvider<?>> losses() {
        return List.of(new Nodes.SquaredProvider());
    }

    @Override
    public List<MetricProvider<?>> metrics() {
        return List.of(new Training.LargestErrorProvider());
    }

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return List.of(new Training.SignDescentProvider());
    }

    @Override
    public List<ScheduleProvider<?>> schedules() {
        return List.of(new Training.HalvingProvider());
    }

    @Override
    public List<ClippingProvider<?>> clippings() {
        return List.of(new Training.TamedProvider());
    }

    @Override
    public List<AveragingProvider<?>> averagings() {
        return List.of(new Training.FlatMeanProvider());
    }

    @Override
    public List<TokenizerProvider<?>> tokenizers() {
        return List.of(new Data.PairsProvider());
    }

    @Override
    public List<VocabularyProvider<?>> vocabularies() {
        return List.of(new Data.SeenProvider());
    }

    @Override
    public List<TransformProvider<?>> transforms() {
        return List.of(new Data.PerLargestProvider());
    }

    @Override
    public List<ReaderProvider<?>> readers() {
        return List.of(new Data.CountedProvider());
    }

    @Override
    public List<SearchProvider<?>> searches() {
        return List.of(new Data.FirstLikelyProvider());
    }
}
