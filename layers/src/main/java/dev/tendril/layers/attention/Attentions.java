package dev.tendril.layers.attention;

import dev.tendril.api.spi.AttentionProvider;
import java.util.List;

/** The attentions of the core. */
public final class Attentions {
    private Attentions() {}

    /** What registers them. */
    public static List<AttentionProvider<?>> providers() {
        return List.of(
                new AdditiveCompatibility.Provider(),
                new GeneralCompatibility.Provider(),
                new DotProvider("dot", "Dot product of query and key (Luong et al. 2015).", false),
                new DotProvider(
                        "scaled_dot",
                        "Dot product of query and key over the square root of their size (Vaswani et al. 2017).",
                        true));
    }
}
