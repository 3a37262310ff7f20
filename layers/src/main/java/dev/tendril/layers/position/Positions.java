package dev.tendril.layers.position;

import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.PositionProvider;
import java.util.List;

/** The positions of the core, and a reference to the usual one. */
public final class Positions {
    private Positions() {}

    /** What registers them. */
    public static List<PositionProvider<?>> providers() {
        return List.of(new Sinusoidal.Provider(), new Learned.Provider(), new Rotary.Provider());
    }

    /** {@link Sinusoidal} of a scaled input. */
    public static ComponentRef<Position> sinusoidal() {
        return ComponentRef.of("core/sinusoidal", new Sinusoidal.Parameters(true));
    }
}
