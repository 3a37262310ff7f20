package dev.tendril.api.spi;

/** The version of this interface. */
public final class Spi {
    private Spi() {}

    /**
     * Version that a plugin is compiled against; {@code javac} writes its value into the plugin. Before 1.0 the host accepts plugins
     * of the same minor version; after it, of the same major version and no newer minor.
     */
    public static final String VERSION = "0.1";
}
