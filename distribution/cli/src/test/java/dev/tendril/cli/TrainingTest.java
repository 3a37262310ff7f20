package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a model file to predictions, as a user goes it. */
final class TrainingTest {
    @TempDir
    private Path folder;

    private Path yaml;
    private Path run;

    @BeforeEach
    void vowelsAgainstConsonants() throws IOException {
        StringBuilder table = new StringBuilder();
        for (String vowel : new String[] {"a", "e", "i", "o", "u"}) {
            table.append(vowel.repeat(3)).append("\tvowels\n");
            table.append(vowel.repeat(5)).append("\tvowels\n");
        }
        for (String consonant : new String[] {"b", "d", "g", "k", "p"}) {
            table.append(consonant.repeat(3)).append("\tconsonants\n");
            table.append(consonant.repeat(5)).append("\tconsonants\n");
        }
        Files.writeString(folder.resolve("letters.tsv"), table);
        yaml = folder.resolve("letters.yaml");
        run = folder.resolve("run");
        Files.writeString(yaml, """
                format: 1
                name: letters
                seed: 7
                data:
                  train: {type: tsv, files: [letters.tsv]}
                  validation: {type: tsv, files: [letters.tsv]}
                  test: {type: tsv, files: [letters.tsv]}
                  fields:
                    letters: {type: text, key: 1, tokenizer: characters}
                    kind: {type: label, key: 2}
                model:
                  embedded: {type: embedding, from: letters, units: 5}
                  pooled: {type: pooling, from: embedded, method: mean}
                  classifier: {type: classifier, from: {input: pooled, target: kind}}
                training:
                  optimizer: {type: adam, learning_rate: 0.1}
                  batch_size: 4
                  epochs: 7
                evaluation: {metrics: [accuracy]}
                """);
    }

    private CommandLineRun train(String... further) {
        String[] arguments = new String[4 + further.length];
        arguments[0] = "train";
        arguments[1] = yaml.toString();
        arguments[2] = "--out";
        arguments[3] = run.toString();
        System.arraycopy(further, 0, arguments, 4, further.length);
        return CommandLineRun.of(arguments);
    }

    @Test
    void aCutOffThatLeavesOutNoTokenIsWarnedOfWithItsField() {
        PrintStream err = System.err; // warnings are logged there
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(logged, true, StandardCharsets.UTF_8)) {
            System.setErr(caught);
            assertThat(train(
                                    "--set",
                                    "training.epochs=1",
                                    "--set",
                                    "data.fields.letters.vocabulary={type: frequency, min_count: 8, max_size: 10}")
                            .exitCode())
                    .isZero();
        } finally {
            System.setErr(err);
        }
        assertThat(logged.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "[WARN] Fitting - vocabulary of field 'letters': min_count: 8 leaves out none of the 10 tokens; raise it or remove it",
                        "[WARN] Fitting - vocabulary of field 'letters': max_size: 10 leaves out none of the 10 tokens; lower it or remove it");
    }

    @Test
    void trainingEndsWithFiguresAndPredictionsAndLeavesARunFolder() throws IOException {
        CommandLineRun trained = train();
        assertThat(trained.exitCode()).as(trained.errors()).isZero();
        assertThat(trained.output())
                .startsWith("validation: loss ")
                .contains("\ntest: loss ", "accuracy 1.0000", "\n\npredictions on the test split:\n  aaa → vowels\n");
        assertThat(trained.output().lines().filter(line -> line.contains(" → ")))
                .hasSize(10);
        assertThat(trained.errors())
                .contains("engine: ", "epoch 7/7  training loss ", "wrote " + run.resolve("model.tendril"));
        assertThat(run.resolve("model.tendril")).isRegularFile();
        assertThat(run.resolve("checkpoints")).isNotEmptyDirectory();
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(7);
    }

    @Test
    void anEarlierRunIsNeitherOverwrittenNorContinuedUnasked() throws IOException {
        assertThat(train("--set", "training.epochs=2").exitCode()).isZero();
        CommandLineRun again = train();
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors())
                .startsWith(
                        "error: " + run + " holds an earlier run; go on with it by --resume, start anew by --replace");
        CommandLineRun resumed = train("--resume", "--set", "training.epochs=3");
        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(resumed.errors()).contains("epoch 3/3").doesNotContain("epoch 1/3", "epoch 2/3");
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(3);
        CommandLineRun replaced = train("--replace", "--set", "training.epochs=2");
        assertThat(replaced.errors()).contains("epoch 1/2");
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(2);
    }

    @Test
    void thereIsNothingToResumeInAnEmptyFolder() {
        CommandLineRun resumed = train("--resume");
        assertThat(resumed.exitCode()).isEqualTo(2);
        assertThat(resumed.errors()).startsWith("error: " + run + " holds no run to go on with; leave --resume out\n");
    }

    @Test
    void resumingOrReplacingIsAChoice() {
        CommandLineRun both = train("--resume", "--replace");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.errors()).startsWith("error: --resume, --replace are mutually exclusive");
    }

    @Test
    void everyLineIsAnsweredAndAnEmptyOneByAnEmptyOne() {
        assertThat(train().exitCode()).isZero();
        CommandLineRun predicted = CommandLineRun.withInput("oo\n\nkkkk\n", "predict", run.toString());
        assertThat(predicted.errors()).isEmpty();
        assertThat(predicted.exitCode()).isZero();
        assertThat(predicted.output()).isEqualTo("vowels\n\nconsonants\n");
    }

    @Test
    void predictionsAreReadFromAFileAndWrittenAsJson() throws IOException {
        assertThat(train().exitCode()).isZero();
        Path input = Files.writeString(folder.resolve("input.txt"), "oo\n");
        CommandLineRun predicted = CommandLineRun.of(
                "predict", run.resolve("model.tendril").toString(), "--input", input.toString(), "--json");
        assertThat(predicted.exitCode()).as(predicted.errors()).isZero();
        assertThat(predicted.output())
                .matches("\\{\"input\":\\{\"letters\":\"oo\"},\"heads\":\\{\"classifier\":\\{\"label\":\"vowels\","
                        + "\"probabilities\":\\{\"vowels\":0\\.\\d+,\"consonants\":[0-9.E-]+}}}}\n");
    }

    @Test
    void aModelIsJudgedOnASplitOrOnOtherFiles() throws IOException {
        assertThat(train().exitCode()).isZero();
        CommandLineRun split = CommandLineRun.of("evaluate", run.toString(), "--folder", folder.toString());
        assertThat(split.exitCode()).as(split.errors()).isZero();
        assertThat(split.output()).matches("loss      0\\.\\d{4}\naccuracy  1\\.0000\n");
        Path other = Files.writeString(folder.resolve("other.tsv"), "ooo\tvowels\nggg\tvowels\n");
        CommandLineRun files = CommandLineRun.of("evaluate", run.toString(), "--json", "--data", other.toString());
        assertThat(files.exitCode()).as(files.errors()).isZero();
        Golden.assertEquals(
                "evaluation.jsonl",
                files.output().replaceAll("\"loss\":[0-9.E-]+", "\"loss\":0.0").replace(other.toString(), "other.tsv"));
    }

    @Test
    void aMissingModelIsSaid() {
        CommandLineRun missing =
                CommandLineRun.of("predict", folder.resolve("gone").toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.output()).isEmpty();
        assertThat(missing.errors()).isEqualTo("error: " + folder.resolve("gone") + ": no such file or folder\n");
    }

    @Test
    void aWrongModelFileIsWrongUsageAndNothingIsWritten() {
        CommandLineRun wrong = train("--set", "training.epochs=0");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).isEmpty();
        assertThat(wrong.errors()).startsWith("error[TDL-1102]: ");
        assertThat(run).doesNotExist();
    }

    @Test
    void interruptedTrainingIsSavedAndCanGoOn() throws IOException {
        AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.startsWith("epoch 2/")) {
                    Objects.requireNonNull(stop.get()).run();
                }
            }
        };
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                err,
                false,
                Map.of(),
                Optional.empty(),
                request -> {
                    stop.set(request);
                    return () -> stop.set(() -> {});
                });

        int exitCode = Main.run(new String[] {"train", yaml.toString(), "--out", run.toString()}, console);

        assertThat(exitCode).isEqualTo(130);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("epoch 2/7", "interrupted; the model is that of epoch 2", "go on with --resume")
                .doesNotContain("epoch 3/7");
        assertThat(run.resolve("model.tendril")).isRegularFile();
        CommandLineRun resumed = train("--resume");
        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(resumed.errors()).contains("epoch 3/7", "epoch 7/7").doesNotContain("epoch 2/7");
    }

    @Test
    void explainShowsSymbolsOrTheNumbersOfTheData() {
        CommandLineRun symbols = CommandLineRun.of("explain", yaml.toString());
        assertThat(symbols.exitCode()).as(symbols.errors()).isZero();
        assertThat(symbols.output()).contains("V(letters)", "many-to-one");
        CommandLineRun numbers = CommandLineRun.of("explain", yaml.toString(), "--data");
        assertThat(numbers.exitCode()).as(numbers.errors()).isZero();
        assertThat(numbers.output()).contains("id(13)").doesNotContain("V(letters)");
        assertThat(CommandLineRun.of("explain", yaml.toString(), "--mermaid").output())
                .startsWith("flowchart LR\n");
    }
}
