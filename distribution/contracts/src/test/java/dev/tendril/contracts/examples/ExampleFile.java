package dev.tendril.contracts.examples;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model file of the folder {@code examples}, made small by overrides: whatever keys it has for sizes and counts, wherever they stand,
 * so that a file is tried in seconds and as it is written otherwise.
 *
 * @param path of the file
 */
record ExampleFile(Path path) {
    private static final Path FOLDER = Path.of("..", "..", "examples");

    private static final Map<String, String> SMALL = Map.of(
            "units", "8",
            "heads", "2",
            "count", "120",
            "epochs", "1",
            "batch_size", "32");

    /**
     * Every model file directly in the folder, and of those for every shape of task the ones that can run, since all they name is
     * installed. The rest of the folder wants data that is not part of it.
     */
    static List<ExampleFile> all() {
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            return Stream.concat(
                            in(FOLDER).stream(),
                            in(FOLDER.resolve("shapes")).stream().filter(file -> file.runs(tendril)))
                    .toList();
        }
    }

    private static List<ExampleFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ExampleFile::new)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean runs(Tendril tendril) {
        try {
            tendril.validate(path);
            return true;
        } catch (DiagnosticsException notInstalled) { // that nothing else is wrong with it has a test of its own
            return false;
        }
    }

    /** The folder that paths in the file are relative to. */
    Path folder() {
        return path.resolveSibling("");
    }

    /** What makes it small. */
    LoadOptions options() {
        Problems problems = new Problems();
        YamlReader reader = new YamlReader(YamlLimits.standard(), problems);
        YamlValue root = reader.text(path)
                .flatMap(text -> reader.value(path.toString(), text))
                .orElseThrow(() -> new IllegalStateException(path + " cannot be read: " + problems.errors()));
        Map<String, String> overrides = new LinkedHashMap<>();
        collect(root, "", overrides);
        return new LoadOptions(overrides, Map.of(), Set.of(), List.of(), true);
    }

    private static void collect(YamlValue value, String path, Map<String, String> overrides) {
        if (value instanceof YamlValue.Mapping mapping) {
            for (YamlValue.Entry entry : mapping.entries()) {
                String key = entry.key().text();
                String at = path.isEmpty() ? key : path + "." + key;
                if (SMALL.containsKey(key) && entry.value() instanceof YamlValue.Scalar) {
                    overrides.put(at, SMALL.get(key));
                } else {
                    collect(entry.value(), at, overrides);
                }
            }
        } else if (value instanceof YamlValue.Items items) {
            for (int i = 0; i < items.values().size(); i++) {
                collect(items.values().get(i), path + "[" + i + "]", overrides);
            }
        }
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
