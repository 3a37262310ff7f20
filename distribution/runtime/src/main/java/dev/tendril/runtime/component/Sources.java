package dev.tendril.runtime.component;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.spi.ComponentRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where bound values came from: the place of every component reference, by identity, and the variables of the environment that stand
 * behind values, by path. Used by one thread.
 */
public final class Sources {
    private final IdentityHashMap<ComponentRef<?>, Location> components = new IdentityHashMap<>();
    private final Map<String, String> placeholders = new HashMap<>();

    void put(ComponentRef<?> reference, Location place) {
        components.put(reference, place);
    }

    void placeholder(String path, String text) {
        placeholders.put(path, text);
    }

    /** Where a component is named. */
    public Optional<Location> of(ComponentRef<?> reference) {
        return Optional.ofNullable(components.get(reference));
    }

    /** Text of the variable behind a value, by the path it is written back at. */
    public Map<String, String> placeholders() {
        return Map.copyOf(placeholders);
    }
}
