package org.example;

import dev.tendril.testkit.CellContract;
import dev.tendril.testkit.Examples;

final class LeakyTest extends CellContract<Leaky.Parameters> {
    LeakyTest() {
        super(ExamplePlugin.class, Examples.yaml("{type: example/leaky, units: 3, rate: 0.3}"), 2);
    }
}
