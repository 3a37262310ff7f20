package ${package};

import dev.tendril.testkit.CellContract;
import dev.tendril.testkit.Examples;

final class ${cellClass}Test extends CellContract<${cellClass}.Parameters> {
    ${cellClass}Test() {
        super(${cellClass}Plugin.class, Examples.yaml("{type: ${pluginId}/${cellName}, units: 3, rate: 0.3}"), 2);
    }
}
