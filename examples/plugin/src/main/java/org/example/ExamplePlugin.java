package org.example;

import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import dev.tendril.api.spi.TokenizerProvider;
import java.util.List;

/** The plugin {@code example}: all that it brings. */
@PluginInfo(id = "example", version = "1.0.0", api = Spi.VERSION)
public final class ExamplePlugin implements Plugin {
    @Override
    public List<CellProvider<?>> cells() {
        return List.of(new Leaky());
    }

    @Override
    public List<AttentionProvider<?>> attentions() {
        return List.of(new Cosine());
    }

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return List.of(new HeavyBall());
    }

    @Override
    public List<TokenizerProvider<?>> tokenizers() {
        return List.of(new FrequentWords());
    }
}
