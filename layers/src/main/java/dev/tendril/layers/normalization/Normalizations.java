package dev.tendril.layers.normalization;

import dev.tendril.api.layer.Normalization;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NormalizationProvider;
import java.util.List;

/** The normalisations of the core, and a reference to the usual one. */
public final class Normalizations {
    private Normalizations() {}

    /** What registers them. */
    public static List<NormalizationProvider<?>> providers() {
        return List.of(new LayerNorm.Provider());
    }

    /** {@link LayerNorm} with its usual epsilon. */
    public static ComponentRef<Normalization> layerNorm() {
        return ComponentRef.of("core/layer_norm", new LayerNorm.Parameters(1e-5));
    }
}
