package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Registers the attention that a compatibility and a distribution make.
 *
 * @param name in YAML
 * @param description one sentence
 * @param parameters their record
 * @param distribution which one, by the parameters
 * @param compatibility makes it
 * @param <P> the parameters
 */
record Scored<P extends Record>(
        String name,
        String description,
        Class<P> parameters,
        Function<P, ComponentRef<Distribution<?>>> distribution,
        BiFunction<P, AttentionContext, Compatibility> compatibility)
        implements AttentionProvider<P> {
    @Override
    public Attention<?, ?> create(P given, AttentionContext context) {
        return new ScoredAttention<>(
                compatibility.apply(given, context),
                context.distribution(distribution.apply(given), "distribution", context.querySize()));
    }
}
