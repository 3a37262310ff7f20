package dev.tendril.cli;

import dev.tendril.api.TendrilException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes. */
final class GlobalOptions {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A further folder of plugins, besides the distribution's own; may be repeated.")
    private List<Path> plugins = new ArrayList<>();

    @Option(
            names = "--plugin-digests",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Load from folders of plugins only jars whose SHA-256 digest the file lists, one a line, as"
                    + " sha256sum and 'tendril plugins doctor' write them.")
    private @Nullable Path pluginDigests;

    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Threads to compute with; all processors by default. Their number never changes a result.")
    private @Nullable Integer threads;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure happened.")
    private boolean stacktrace;

    List<Path> plugins() {
        return List.copyOf(plugins);
    }

    Optional<Path> pluginDigests() {
        return Optional.ofNullable(pluginDigests);
    }

    OptionalInt threads() {
        if (threads == null) {
            return OptionalInt.empty();
        }
        if (threads < 1) {
            throw new TendrilException("--threads is " + threads + ", want at least 1");
        }
        return OptionalInt.of(threads);
    }

    boolean stacktrace() {
        return stacktrace;
    }
}
