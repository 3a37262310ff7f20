package dev.tendril.runtime.check;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the operator adds to a model file.
 *
 * @param overrides value by path, such as {@code training.epochs} → {@code 3}, as YAML text
 * @param environment the variables of the environment
 * @param allowedVariables variables that the file may use besides those whose names start with {@code TENDRIL_}
 * @param allowedPaths folders outside the file's own from which it may read
 * @param readData whether the files it names are looked for; not when a model is loaded from an archive
 */
public record LoadOptions(
        Map<String, String> overrides,
        Map<String, String> environment,
        Set<String> allowedVariables,
        List<Path> allowedPaths,
        boolean readData) {
    public LoadOptions {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        environment = Map.copyOf(environment);
        allowedVariables = Set.copyOf(allowedVariables);
        allowedPaths = List.copyOf(allowedPaths);
    }

    /** Nothing added; the environment is empty. */
    public static LoadOptions none() {
        return new LoadOptions(Map.of(), Map.of(), Set.of(), List.of(), true);
    }

    /** For the resolved file of an archive: no data is looked for; splits that name variables are left out. */
    public static LoadOptions archived() {
        return archived(Map.of());
    }

    /** For the resolved file of an archive, with variables that it may use where its names start with {@code TENDRIL_}. */
    public static LoadOptions archived(Map<String, String> environment) {
        return new LoadOptions(Map.of(), environment, Set.of(), List.of(), false);
    }
}
