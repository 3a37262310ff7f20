package dev.tendril.runtime.component;

import dev.tendril.api.spi.Plugin;

/**
 * A plugin that is loaded.
 *
 * @param id the first part of its components' names
 * @param version its own version
 * @param origin where it was found, for messages: a jar's path, or the class path
 * @param instance the plugin
 */
public record PluginHandle(String id, String version, String origin, Plugin instance) {

    /** The id of the plugin that holds the built-in components. */
    public static final String CORE = "core";

    /** Its identity in messages: {@code acme 1.4.0 (plugins/acme/acme-cells-1.4.0.jar)}. */
    public String label() {
        return id + " " + version + " (" + origin + ")";
    }
}
