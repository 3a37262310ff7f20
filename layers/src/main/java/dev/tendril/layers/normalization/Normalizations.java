package dev.tendril.layers.normalization;

import dev.tendril.api.spi.NormalizationProvider;
import java.util.List;

/** The normalisations of the core. */
public final class Normalizations {
    private Normalizations() {}

    /** What registers them. */
    public static List<NormalizationProvider<?>> providers() {
        return List.of(new LayerNorm.Provider());
    }
}
