package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import java.util.List;

/**
 * A set of components. The class is public, has a public constructor without arguments, carries {@link PluginInfo}, and is named in
 * {@code META-INF/services/dev.tendril.api.spi.Plugin}. It registers wholly or not at all.
 */
@PluginImplemented
public interface Plugin {

    /** Cells. */
    default List<CellProvider<?>> cells() {
        return List.of();
    }

    /** Attentions. */
    default List<AttentionProvider<?>> attentions() {
        return List.of();
    }

    /** Distributions of attention weights. */
    default List<DistributionProvider<?>> distributions() {
        return List.of();
    }

    /** Activations. */
    default List<ActivationProvider<?>> activations() {
        return List.of();
    }

    /** Initializers. */
    default List<InitializerProvider<?>> initializers() {
        return List.of();
    }

    /** Normalisations. */
    default List<NormalizationProvider<?>> normalizations() {
        return List.of();
    }

    /** Position encodings. */
    default List<PositionProvider<?>> positions() {
        return List.of();
    }

    /** Poolings. */
    default List<PoolingProvider<?>> poolings() {
        return List.of();
    }

    /** Nodes of the graph, heads apart. */
    default List<NodeProvider<?>> nodes() {
        return List.of();
    }

    /** Heads. */
    default List<HeadProvider<?>> heads() {
        return List.of();
    }

    /** Losses. */
    default List<LossProvider<?>> losses() {
        return List.of();
    }

    /** Metrics. */
    default List<MetricProvider<?>> metrics() {
        return List.of();
    }

    /** Optimisers. */
    default List<OptimizerProvider<?>> optimizers() {
        return List.of();
    }

    /** Schedules. */
    default List<ScheduleProvider<?>> schedules() {
        return List.of();
    }

    /** Ways to bound gradients. */
    default List<ClippingProvider<?>> clippings() {
        return List.of();
    }

    /** Means of parameters over training. */
    default List<AveragingProvider<?>> averagings() {
        return List.of();
    }

    /** Tokenizers. */
    default List<TokenizerProvider<?>> tokenizers() {
        return List.of();
    }

    /** Ways to choose a vocabulary. */
    default List<VocabularyProvider<?>> vocabularies() {
        return List.of();
    }

    /** Feature transforms. */
    default List<TransformProvider<?>> transforms() {
        return List.of();
    }

    /** Readers. */
    default List<ReaderProvider<?>> readers() {
        return List.of();
    }

    /** Searches. */
    default List<SearchProvider<?>> searches() {
        return List.of();
    }
}
