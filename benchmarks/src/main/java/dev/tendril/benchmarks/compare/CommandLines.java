package dev.tendril.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whole runs of the command line, from its launcher.
 *
 * @param setup of the JVMs
 * @param launcher the script {@code tendril} of the distribution
 * @param folder for a model and lines
 */
record CommandLines(Setup setup, Path launcher, Path folder) {
    private static final String LINE = "jeudi 14 mai 1998";

    /** Trains the model that predicts. */
    void train() {
        Path example = setup.home().resolve("../examples/date-language.yaml");
        List<String> words =
                List.of("train", example.toString(), "--set", "data.train.count=2000", "--set", "training.epochs=1");
        List<String> out = List.of("--replace", "--out", model());
        start("tendril train", List.of(words, out), Optional.empty()).run();
    }

    /** Predictions of so many lines. */
    Start predict(int lines) throws IOException {
        Path input = Files.write(folder.resolve(lines + ".txt"), Collections.nCopies(lines, LINE));
        String label = "tendril predict, " + lines + (lines == 1 ? " line" : " lines");
        return start(label, List.of(List.of("predict", model())), Optional.of(input));
    }

    private Start start(String label, List<List<String>> words, Optional<Path> input) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        words.forEach(command::addAll);
        return new Start(label, command, Map.of("JAVA_HOME", setup.java().toString()), input);
    }

    private String model() {
        return folder.resolve("date-language").toString();
    }
}
