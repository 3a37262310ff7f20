package dev.tendril.cli;

import dev.tendril.api.TendrilException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a training run writes to.
 *
 * @param path of the folder
 */
record RunFolder(Path path) {
    private static final String MODEL = "model.tendril";
    private static final String METRICS = "metrics.jsonl";
    private static final String CHECKPOINTS = "checkpoints";

    /** Where a model of this name goes if nothing else is said. */
    static RunFolder of(String name) {
        return new RunFolder(Path.of("runs", name));
    }

    /**
     * The archive that the user means by a path: the file itself, or the archive of a run folder.
     *
     * @throws TendrilException if there is none
     */
    static Path archive(Path model) {
        if (Files.isRegularFile(model)) {
            return model;
        }
        Path inside = model.resolve(MODEL);
        if (Files.isRegularFile(inside)) {
            return inside;
        }
        if (Files.isDirectory(model)) {
            throw new TendrilException(model + ": holds no " + MODEL
                    + "; name an archive, or the folder of a training run that has ended");
        }
        throw new TendrilException(model + ": no such file or folder");
    }

    /** The trained model. */
    Path model() {
        return path.resolve(MODEL);
    }

    /** Figures of every epoch. */
    Path metrics() {
        return path.resolve(METRICS);
    }

    /** Where a run saves itself. */
    Path checkpoints() {
        return path.resolve(CHECKPOINTS);
    }

    /** Whether an earlier run left anything in it. */
    boolean used() {
        return parts().stream().anyMatch(Files::exists);
    }

    /** Removes what an earlier run left, and nothing else. */
    void clear() throws IOException {
        for (Path part : parts()) {
            if (Files.exists(part)) {
                try (Stream<Path> files = Files.walk(part)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private List<Path> parts() {
        return List.of(model(), metrics(), checkpoints());
    }
}
