package dev.tendril.benchmarks.tendril;

import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.child.FilePredictor;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.model.RuntimeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tendril with an archive: that of the scores, trained for a moment on texts that have the right number of tokens. */
public final class TendrilPredictor implements FilePredictor {
    /** Tokens that a vocabulary has besides those of the texts: unknown, begin and end. */
    private static final int SPECIALS = 3;

    private static final int TOKENS_A_LINE = 32;
    private static final int ROWS = 64;

    /** Called by the process that predicts. */
    public TendrilPredictor() {}

    @Override
    public void save(Assignment assignment, Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path yaml = Files.writeString(folder.resolve("scores.yaml"), BenchmarkModel.text("scores.yaml"));
        Files.write(folder.resolve("texts.tsv"), texts(assignment.get(VOCABULARY) - SPECIALS));
        LoadOptions options = new LoadOptions(overrides(assignment), Map.of(), Set.of(), List.of(), true);
        try (Tendril tendril = Tendril.builder().build()) {
            tendril.train(yaml, TrainOptions.defaults().withLoad(options))
                    .model()
                    .save(file);
        }
    }

    private static Map<String, String> overrides(Assignment assignment) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (Size size : List.of(VOCABULARY, EMBEDDING, HIDDEN, LAYERS)) {
            overrides.put("vars." + size.label(), Integer.toString(assignment.get(size)));
        }
        overrides.put("data.train", "{type: tsv, files: [texts.tsv]}");
        overrides.put("data.fields.text", "{type: text, key: 1, tokenizer: whitespace}");
        overrides.put("data.fields.label", "{type: label, key: 2}");
        overrides.put("training.batch_size", Integer.toString(ROWS));
        return overrides;
    }

    /** Lines with all tokens and two labels. */
    private static List<String> texts(int tokens) {
        int lines = (tokens + TOKENS_A_LINE - 1) / TOKENS_A_LINE;
        return IntStream.range(0, lines)
                .mapToObj(line -> IntStream.range(line * TOKENS_A_LINE, Math.min(tokens, (line + 1) * TOKENS_A_LINE))
                                .mapToObj(token -> "t" + token)
                                .collect(Collectors.joining(" "))
                        + "\t" + (line % 2 == 0 ? "even" : "odd"))
                .toList();
    }

    @Override
    public void predict(Assignment assignment, Path file) {
        Tendril tendril = Tendril.builder().threads(assignment.threads()).build();
        ModelParts parts = ((RuntimeModel) tendril.load(file)).parts();
        BenchmarkModel model = new BenchmarkModel(tendril, parts.checked(), parts.graph(), parts.parameters());
        new NextTokenTask(model, 0).step();
    }
}
