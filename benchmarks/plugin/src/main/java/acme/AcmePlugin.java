package acme;

import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import java.util.List;

/** A plugin outside Tendril. */
@PluginInfo(id = "acme", version = "1.0.0", api = Spi.VERSION)
public final class AcmePlugin implements Plugin {
    /** Called by {@code ServiceLoader}. */
    public AcmePlugin() {}

    @Override
    public List<CellProvider<?>> cells() {
        return List.of(new Lstm.Provider(), new Gru.Provider());
    }

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return List.of(new Adam.Provider());
    }
}
