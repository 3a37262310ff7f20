package org.example;

import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.PluginContract;
import java.util.List;

final class ExamplePluginTest extends PluginContract {
    ExamplePluginTest() {
        super(ExamplePlugin.class);
    }

    @Override
    protected List<ComponentContract<?>> contracts() {
        return List.of(new LeakyTest(), new CosineTest(), new HeavyBallTest(), new FrequentWordsTest());
    }
}
