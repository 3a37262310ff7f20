package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import java.util.List;

/** Ways to learn beside those of the core. */
@PluginInfo(id = "optimizers", version = "0.1.0", api = Spi.VERSION)
public final class OptimizersPlugin implements Plugin {
    /** Called by {@code ServiceLoader}. */
    public OptimizersPlugin() {}

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return List.of(new Adagrad.Provider());
    }
}
