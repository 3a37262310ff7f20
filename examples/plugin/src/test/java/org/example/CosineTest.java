package org.example;

import dev.tendril.testkit.AttentionContract;
import dev.tendril.testkit.Examples;

final class CosineTest extends AttentionContract<Cosine.Parameters> {
    CosineTest() {
        super(ExamplePlugin.class, Examples.yaml("{type: example/cosine, sharpness: 3}"), 3, 3);
    }
}
