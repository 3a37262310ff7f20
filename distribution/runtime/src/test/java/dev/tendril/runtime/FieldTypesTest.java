package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.Raw;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.SessionOptions;
import dev.tendril.api.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models over every type of field, from YAML: trained, saved, loaded, asked. */
final class FieldTypesTest {
    private Path folder;
    private Tendril tendril;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        tendril = Tendril.builder().threads(1).build();
    }

    @AfterEach
    void close() {
        tendril.close();
    }

    /** Upper case for vowels: what every character is, of texts that never stand in training. */
    @Test
    void everyStepHasALabelAlongTheText() throws IOException {
        rows("train.tsv", 60, row -> word(row) + "\t" + kinds(word(row)));
        Trained trained = trained("""
                text: {type: text, key: 1, tokenizer: characters}
                    kinds: {type: labels, key: 2, along: text}
                """, """
                embedded: {type: embedding, from: text, units: 5}
                  encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 7}}
                  tagger: {type: classifier, from: {input: encoder, target: kinds}}
                """, "");
        assertThat(trained.model().architecture()).isEqualTo("many-to-many, aligned");
        Prediction.Labels said = (Prediction.Labels) trained.ask(Input.text("text", "babel"));
        assertThat(said.labels()).containsExactly("c", "v", "c", "v", "c");
    }

    /** The sum of a row is linear in it, whatever the units: a regression finds it, and answers in the units of the data. */
    @Test
    void numbersComeInAndGoOutInTheUnitsOfTheData() throws IOException {
        rows("train.tsv", 90, row -> 1000 * (row % 9) + "\t" + 500 * (row % 7) + "\t" + (row % 9 + row % 7) + "\t0\t2");
        Trained trained = trained("""
                pair: {type: numbers, keys: [1..2], size: 2, transform: standardize}
                    sum: {type: numbers, key: 3, size: 1, transform: min_max, naive: 4, scale: 5}
                """, """
                forecast: {type: regression, from: {input: pair, target: sum}}
                """, "evaluation: {metrics: [mae, mase, naive_mae]}");
        assertThat(trained.model().architecture()).isEqualTo("one-to-one");
        Prediction.Numbers said = (Prediction.Numbers)
                trained.ask(new Input(Map.of("pair", new Raw.Numbers(Shape.of(2), new double[] {3000, 2000}))));
        assertThat(said.values().get(0)).isCloseTo(3 + 4, within(0.2));
        assertThat(trained.metric("mase")).isCloseTo(trained.metric("mae") / 2, within(1e-9));
        assertThat(trained.metric("naive_mae")).isCloseTo(mean(row -> row % 9 + row % 7), within(1e-9));
        assertThat(trained.ask(Input.text("pair", "3000 2000"))).isEqualTo(said);
    }

    /** The frame behind a frame holds the other note: every step predicts the set that comes next. */
    @Test
    void setsOfLabelsArePredictedStepByStep() throws IOException {
        rows("train.tsv", 40, row -> row % 2 == 0 ? "C,E G C,E G C,E G" : "G C,E G C,E");
        Trained trained = trained("""
                played: {type: label_sets, key: 1, skip_last: 1}
                    next: {type: label_sets, key: 1, skip_first: 1, along: played, vocabulary: played}
                """, """
                notes: {type: one_hot, from: played}
                  encoder: {type: recurrent, from: notes, cell: {type: gru, units: 7}}
                  heard: {type: multi_label, from: {input: encoder, target: next}}
                """, "evaluation: {metrics: [micro_f1]}");
        assertThat(trained.metrics()).containsEntry("micro_f1", 1.0);
        // the last step is left out of what is played
        Prediction.LabelSets said = (Prediction.LabelSets) trained.ask(Input.text("played", "G C,E G"));
        assertThat(said.steps()).hasSize(2);
        assertThat(said.steps().get(0).labels()).containsExactlyInAnyOrder("C", "E");
        assertThat(said.steps().get(1).labels()).containsExactly("G");
    }

    @Test
    void aSetOfLabelsIsPredictedForAWholeExample() throws IOException {
        rows("train.tsv", 60, row -> word(row) + "\t" + (word(row).contains("a") ? "a, any" : "any"));
        Trained trained = trained("""
                text: {type: text, key: 1, tokenizer: characters}
                    holds: {type: label_set, key: 2}
                """, """
                embedded: {type: embedding, from: text, units: 5}
                  summary: {type: pooling, from: embedded, method: max}
                  held: {type: multi_label, from: {input: summary, target: holds}}
                """, "");
        assertThat(((Prediction.LabelSet) trained.ask(Input.text("text", "bel"))).labels())
                .containsExactly("any");
        assertThat(((Prediction.LabelSet) trained.ask(Input.text("text", "bal"))).labels())
                .containsExactlyInAnyOrder("a", "any");
    }

    /** A text of one period, in streams, learnt in windows shorter than it: the state that is carried tells what comes next. */
    @Test
    void aTextIsLearntInWindowsAndContinued() throws IOException {
        Files.writeString(folder.resolve("text.txt"), "abcabdabe".repeat(120));
        Trained trained = trainedOn(
                "{type: text, files: [text.txt], parts: 4}",
                """
                text: {type: text, key: text, tokenizer: characters}
                """,
                """
                writer:
                    type: decoder
                    from: {target: text}
                    embedding: {type: embedding, units: 8}
                    network: {type: recurrent_steps, cell: {type: lstm, units: 24}}
                """,
                "  bptt_steps: 6",
                60,
                "decoding: {type: greedy, maximum_length: 10}");
        assertThat(trained.model().inputs()).containsExactly("text");
        assertThat(trained.metrics().keySet()).containsExactly("loss", "perplexity");
        assertThat(trained.metric("perplexity")).isLessThan(1.1);
        Prediction.Text said = (Prediction.Text) trained.ask(Input.text("text", "abcabdabeabcab"));
        assertThat(said.best().text()).isEqualTo("abcabdabeabcab" + "dabeabcabd");
        assertThat(said.best().tokens()).hasSize(24);
        SessionOptions sampled = new SessionOptions(
                Optional.of(tendril.search(trained.model(), "sampling", Map.of("maximum_length", 4L))),
                2,
                5,
                SessionOptions.defaults().cancellation());
        try (var session = trained.model().session(sampled)) {
            Prediction.Text drawn = (Prediction.Text)
                    session.predict(Input.text("text", "abcab")).only();
            assertThat(drawn.candidates()).hasSize(2).allSatisfy(each -> assertThat(each.text())
                    .startsWith("abcab")
                    .hasSizeLessThanOrEqualTo(9));
        }
    }

    private interface Line {
        String of(int row);
    }

    private void rows(String name, int count, Line line) throws IOException {
        Files.write(
                folder.resolve(name),
                IntStream.range(0, count).mapToObj(line::of).toList());
    }

    private static double mean(IntToDoubleFunction number) {
        return IntStream.range(0, 90).mapToDouble(number).average().orElseThrow();
    }

    private static String word(int row) {
        List<String> parts = List.of("ba", "be", "lo", "el", "ab", "bo");
        return parts.get(row % 6) + parts.get(row / 6 % 6) + (row % 3 == 0 ? parts.get(row / 3 % 6) : "");
    }

    private static String kinds(String word) {
        return word.chars()
                .mapToObj(each -> "aeo".indexOf(each) >= 0 ? "v" : "c")
                .collect(Collectors.joining(" "));
    }

    /**
     * A trained model, and the same saved and loaded.
     *
     * @param metrics on what it was trained on
     */
    private record Trained(Model model, Model loaded, Map<String, Double> metrics) {
        double metric(String name) {
            return Objects.requireNonNull(metrics.get(name), name);
        }

        /** What both say. */
        Prediction ask(Input input) {
            Prediction said = model.predict(input).only();
            assertThat(loaded.predict(input).only()).isEqualTo(said);
            return said;
        }
    }

    private Trained trained(String fields, String nodes, String more) throws IOException {
        return trainedOn("{type: tsv, files: [train.tsv]}", fields, nodes, "", 60, more);
    }

    private Trained trainedOn(String reader, String fields, String nodes, String training, int epochs, String more)
            throws IOException {
        Path file = ModelFiles.write(folder, "model.yaml", """
                format: 1
                name: model
                seed: 7
                data:
                  train: %s
                  validation: %s
                  fields:
                    %s
                model:
                  %s
                training:
                  optimizer: {type: adam, learning_rate: 0.02}
                  batch_size: 16
                  epochs: %d
                %s
                %s
                """.formatted(
                        reader, reader, fields.strip(), nodes.strip(), epochs, training, more));
        TrainingResult result = tendril.train(file, TrainOptions.defaults());
        result.model().save(folder.resolve("model.tendril"));
        return new Trained(result.model(), tendril.load(folder.resolve("model.tendril")), result.metrics());
    }
}
