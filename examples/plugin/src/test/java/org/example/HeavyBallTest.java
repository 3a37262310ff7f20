package org.example;

import dev.tendril.testkit.Examples;
import dev.tendril.testkit.OptimizerContract;

final class HeavyBallTest extends OptimizerContract<HeavyBall.Parameters> {
    HeavyBallTest() {
        super(ExamplePlugin.class, Examples.of(new HeavyBall.Parameters(0.05, 0.5)));
    }
}
