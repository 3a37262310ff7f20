package ${package};

import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import java.util.List;

/** The plugin {@code ${pluginId}}: all that it brings. */
@PluginInfo(id = "${pluginId}", version = "${version}", api = Spi.VERSION)
public final class ${cellClass}Plugin implements Plugin {
    @Override
    public List<CellProvider<?>> cells() {
        return List.of(new ${cellClass}());
    }
}
