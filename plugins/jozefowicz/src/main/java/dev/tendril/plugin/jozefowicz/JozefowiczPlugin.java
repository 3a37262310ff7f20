package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import java.util.List;

/** The cells that a search over architectures found, and the LSTM variants it is measured against. */
@PluginInfo(id = "jozefowicz", version = "0.1.0", api = Spi.VERSION)
public final class JozefowiczPlugin implements Plugin {
    /** Called by {@code ServiceLoader}. */
    public JozefowiczPlugin() {}

    @Override
    public List<CellProvider<?>> cells() {
        return List.of(new CoupledLstmCell.Provider());
    }
}
