package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import java.util.List;

/**
 * Registers one component: its name, its parameters and how to make it. From the parameter record come binding, validation, {@code
 * describe}, documentation and schema; its components are {@code int}, {@code long}, {@code double}, {@code boolean},
 * {@code String}, enums, {@code ComponentRef}s, nested records, and {@code List}s and {@code Optional}s of these.
 *
 * @param <P> the parameters
 */
@PluginImplemented
public interface ComponentProvider<P extends Record> {

    /** Name within its plugin and kind, {@code [a-z][a-z0-9_]*}; {@code type:} in YAML. */
    String name();

    /** The record of its parameters; {@link NoParameters} if it has none. */
    Class<P> parameters();

    /** What it is, in one sentence, with its source. */
    String description();

    /** What in these parameters has no effect. */
    default List<Remark> remarks(P parameters) {
        return List.of();
    }
}
