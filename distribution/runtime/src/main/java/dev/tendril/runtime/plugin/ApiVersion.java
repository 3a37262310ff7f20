package dev.tendril.runtime.plugin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the plugin interface.
 *
 * @param major 0 before the first stable version
 * @param minor grows whenever the interface does
 */
record ApiVersion(int major, int minor) {
    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})");

    /** The version that a text such as {@code 0.1} means; empty if it means none. */
    static Optional<ApiVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /**
     * Whether this host takes a plugin compiled against another version: before 1.0 only the very same, after it any of the same major
     * version that is not newer.
     */
    boolean accepts(ApiVersion plugin) {
        return major == plugin.major && (major == 0 ? minor == plugin.minor : plugin.minor <= minor);
    }

    /** Whether a plugin may use what this host does not have yet. */
    boolean isOlderThan(ApiVersion plugin) {
        return major < plugin.major || (major == plugin.major && minor < plugin.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
