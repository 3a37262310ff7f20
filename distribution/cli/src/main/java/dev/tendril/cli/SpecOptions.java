package dev.tendril.cli;

import dev.tendril.runtime.check.LoadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What the operator may add to a YAML file. */
final class SpecOptions {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Replace a value of the file, such as training.epochs=3; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--allow-path",
            paramLabel = "DIR",
            description = "A folder outside the file's own from which data may be read; may be repeated.")
    private List<Path> allowedPaths = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "A variable of the environment that the file may use, besides TENDRIL_*; may be repeated.")
    private Set<String> variables = new LinkedHashSet<>();

    /** Whether anything is added. */
    boolean any() {
        return !overrides.isEmpty() || !allowedPaths.isEmpty() || !variables.isEmpty();
    }

    /** The first override outside these sections, if there is one. */
    Optional<String> overrideOutside(Set<String> sections) {
        return overrides.keySet().stream()
                .filter(path -> !sections.contains(path.split("[.\\[]", 2)[0]))
                .findFirst();
    }

    /** The additions for a file whose data is to be read: what it names must exist. */
    LoadOptions with(Console console) {
        return new LoadOptions(overrides, console.environment(), variables, allowedPaths, true);
    }

    /** The additions for the file of an archive: only what is asked for must exist. */
    LoadOptions withArchive(Console console) {
        return new LoadOptions(overrides, console.environment(), variables, allowedPaths, false);
    }
}
