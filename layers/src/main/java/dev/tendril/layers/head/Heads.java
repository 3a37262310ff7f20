package dev.tendril.layers.head;

import dev.tendril.api.spi.HeadProvider;
import java.util.List;

/** The heads of the core. */
public final class Heads {
    private Heads() {}

    /** What registers them. */
    public static List<HeadProvider<?>> providers() {
        return List.of(
                new ClassifierProvider(),
                new MultiLabelProvider(),
                new RegressionProvider(),
                new DecoderProvider(),
                new Penalty.Provider());
    }
}
