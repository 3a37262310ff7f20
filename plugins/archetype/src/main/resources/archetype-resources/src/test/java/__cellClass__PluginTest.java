package ${package};

import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.PluginContract;
import java.util.List;

final class ${cellClass}PluginTest extends PluginContract {
    ${cellClass}PluginTest() {
        super(${cellClass}Plugin.class);
    }

    @Override
    protected List<ComponentContract<?>> contracts() {
        return List.of(new ${cellClass}Test());
    }
}
