package dev.tendril.runtime.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.runtime.ModelFiles;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.tensor.random.Philox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplitsTest {
    private static final int EXAMPLES = 997;

    private Path folder;
    private Tendril tendril;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        tendril = Tendril.builder().threads(1).build();
        table("first.tsv", 0, 500);
        table("second.tsv", 500, EXAMPLES);
    }

    @AfterEach
    void close() {
        tendril.close();
    }

    @Test
    void aListOfReadersIsReadOneAfterTheOther() {
        assertThat(texts(splits("").reader("train")))
                .isEqualTo(IntStream.range(0, EXAMPLES).mapToObj(i -> "w" + i).toList());
    }

    @Test
    void sharesAreDisjointAndLeaveTheRest() {
        Splits splits = splits("""
                  validation: {type: share, of: train, fraction: 0.2}
                  test: {type: share, of: train, fraction: 0.1}
                """);
        List<String> train = texts(splits.reader("train"));
        List<String> validation = texts(splits.reader("validation"));
        List<String> test = texts(splits.reader("test"));

        Set<String> all = new HashSet<>(train);
        all.addAll(validation);
        all.addAll(test);
        assertThat(all).hasSize(EXAMPLES);
        assertThat(train.size() + validation.size() + test.size()).isEqualTo(EXAMPLES);
        assertThat(validation).hasSizeBetween(150, 250); // 199 expected, standard deviation 13
        assertThat(test).hasSizeBetween(60, 140); // 100 expected, standard deviation 9
    }

    @Test
    void aSplitIsTheSameEveryTime() {
        Reader validation = splits("  validation: {type: share, of: train, fraction: 0.2}\n")
                .reader("validation");

        assertThat(texts(validation)).isEqualTo(texts(validation)).isNotEmpty();
    }

    @Test
    void anUnknownSplitIsNamed() {
        Splits splits = splits("");

        assertThat(splits.has("test")).isFalse();
        assertThatThrownBy(() -> splits.reader("test"))
                .isInstanceOf(TendrilException.class)
                .hasMessage("there is no split 'test' in the model file, only [train]");
    }

    @Test
    void aStreamBehindItsEndSaysSo() {
        try (ExampleStream stream = splits("").reader("train").open()) {
            stream.forEachRemaining(example -> {});
            assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    private Splits splits(String more) {
        CheckedModel model = tendril.validate(
                ModelFiles.write(folder, "m.yaml", """
                format: 1
                name: m
                seed: 3
                data:
                  train: [{type: tsv, files: [first.tsv]}, {type: tsv, files: [second.tsv]}]
                %s
                  fields:
                    word: {type: text, key: 1, tokenizer: characters}
                    class: {type: label, key: 2}
                model:
                  embedded: {type: embedding, from: word, units: 2}
                  pooled: {type: pooling, from: embedded, method: max}
                  head: {type: classifier, from: {input: pooled, target: class}}
                training: {optimizer: {type: adam, learning_rate: 0.01}, epochs: 1}
                """.formatted(more.stripTrailing())), LoadOptions.none());
        return new Splits(
                model.spec().data(),
                tendril.components(),
                new SourceContext(model.paths(), new Philox(), model.spec().seed()));
    }

    private void table(String name, int from, int to) throws IOException {
        Files.write(
                folder.resolve(name),
                IntStream.range(from, to).mapToObj(i -> "w" + i + "\t" + i % 2).toList());
    }

    private static List<String> texts(Reader reader) {
        List<String> texts = new ArrayList<>();
        try (ExampleStream stream = reader.open()) {
            while (stream.hasNext()) {
                Example example = stream.next();
                if (example.values().get("1") instanceof Raw.Text text) {
                    texts.add(text.text());
                }
            }
        }
        return texts;
    }
}
