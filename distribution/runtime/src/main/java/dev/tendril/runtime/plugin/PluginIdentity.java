package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import dev.tendril.runtime.component.PluginHandle;
import java.util.regex.Pattern;

/**
 * What a plugin says of itself, read from its class before any of its code runs.
 *
 * @param id first part of its components' names
 * @param version its own version
 */
record PluginIdentity(String id, String version) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");
    private static final ApiVersion HOST = ApiVersion.parse(Spi.VERSION)
            .orElseThrow(() -> new AssertionError("the interface's own version is " + Spi.VERSION));

    /**
     * Reads and checks the annotation.
     *
     * @throws TendrilException if it is missing or cannot be accepted
     */
    static PluginIdentity of(Class<? extends Plugin> type) {
        PluginInfo info = type.getAnnotation(PluginInfo.class);
        if (info == null) {
            throw new TendrilException("the class " + type.getName()
                    + " has no @PluginInfo; annotate it with its id, its version and api = Spi.VERSION");
        }
        if (!ID.matcher(info.id()).matches()) {
            throw new TendrilException("the plugin's id is '" + info.id()
                    + "', want at most 64 lower-case letters, digits, '_' and '-', a letter first");
        }
        if (info.id().equals(PluginHandle.CORE) && type != CorePlugin.class) {
            throw new TendrilException(
                    "the id 'core' is reserved for Tendril itself; give the plugin of " + type.getName() + " another");
        }
        if (!VERSION.matcher(info.version()).matches()) {
            throw new TendrilException("the plugin '" + info.id() + "' has the version '" + info.version()
                    + "', want at most 64 letters, digits, '.', '+', '_' and '-', such as 1.4.0");
        }
        requireAcceptable(info);
        return new PluginIdentity(info.id(), info.version());
    }

    private static void requireAcceptable(PluginInfo info) {
        ApiVersion compiled = ApiVersion.parse(info.api())
                .orElseThrow(() -> new TendrilException("the plugin '" + info.id() + "' names the interface version '"
                        + info.api() + "'; write api = Spi.VERSION in @PluginInfo"));
        if (!HOST.accepts(compiled)) {
            throw new TendrilException("the plugin '" + info.id() + "' " + info.version()
                    + " was compiled against version " + compiled + " of the plugin interface, this Tendril has " + HOST
                    + "; take a release of the plugin for " + HOST
                    + (HOST.isOlderThan(compiled) ? ", or a newer Tendril" : ", or compile it anew"));
        }
    }
}
