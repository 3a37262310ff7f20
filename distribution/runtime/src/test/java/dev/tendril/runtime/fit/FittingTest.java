package dev.tendril.runtime.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.DataException;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.runtime.ModelFiles;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.tensor.random.Philox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FittingTest {
    private Path folder;
    private Tendril tendril;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        tendril = Tendril.builder().threads(1).build();
        Files.write(folder.resolve("train.tsv"), List.of("ab\txyz", "b\tx", "\tyyyyy"));
    }

    @AfterEach
    void close() {
        tendril.close();
    }

    @Test
    void eachFieldLearnsItsOwnTokens() {
        FittedFields fields = fit(pairs("")).fields();

        assertThat(tokens(fields, "source")).containsExactlyInAnyOrder("a", "b");
        assertThat(tokens(fields, "target")).containsExactlyInAnyOrder("x", "y", "z");
        assertThat(fields.sizes()).isEqualTo(Map.of("V(source)", 5L, "V(target)", 6L));
    }

    @Test
    void aSharedVocabularyHoldsTheTokensOfBoth() {
        FittedFields fields = fit(pairs(", vocabulary: source")).fields();

        assertThat(tokens(fields, "source")).containsExactlyInAnyOrder("a", "b", "x", "y", "z");
        assertThat(fields.vocabularies().get("target"))
                .isSameAs(fields.vocabularies().get("source"));
    }

    @Test
    void theLongestTrainingTextBoundsWhatIsGenerated() {
        FittedField.Text target = (FittedField.Text) fit(pairs("")).fields().get("target");

        assertThat(target.longest()).isEqualTo(5);
        assertThat(target.generationLimit()).isEqualTo(20);
    }

    @Test
    void whatWasLearntComesBackFromItsStoredForm() {
        CheckedModel model = pairs(", vocabulary: source");
        FittedFields fields = fit(model).fields();
        FittedStore store = FittedStore.of(model.spec().data(), fields, tendril.components());

        FittedFields restored = store.restore(model.spec().data(), tendril.components(), "m");

        assertThat(store.vocabularies()).containsOnlyKeys("source");
        assertThat(restored.sizes()).isEqualTo(fields.sizes());
        assertThat(((FittedField.Text) restored.get("target")).longest()).isEqualTo(5);
        assertThat(FittedStore.of(model.spec().data(), restored, tendril.components()))
                .isEqualTo(store);
    }

    @Test
    void aMissingStateIsNamed() {
        assertRefused(
                states -> {
                    states.remove("target.length");
                    return states;
                },
                "m: the fitted state 'target.length' is missing");
    }

    @Test
    void aStateOfAnotherShapeIsNamed() {
        assertRefused(
                with("target.length", Map.of("shortest", 5L)), "m: the fitted state 'target.length' does not fit");
    }

    @Test
    void aStateOutOfRangeIsNamed() {
        assertRefused(
                with("target.length", Map.of("longest", -5L)), "m: the fitted state 'target.length' does not fit");
    }

    @Test
    void aStateOfNoFieldIsNamed() {
        assertRefused(
                with("other.length", Map.of("longest", 5L)), "m: the fitted states [other.length] belong to no field");
    }

    @Test
    void fittingStopsByItsToken() {
        CheckedModel model = pairs("");
        CancellationToken token = new CancellationToken();
        token.cancel();

        assertThatThrownBy(() -> fit(model, token)).isInstanceOf(CancellationException.class);
    }

    private void assertRefused(UnaryOperator<Map<String, Map<String, Object>>> change, String message) {
        CheckedModel model = pairs("");
        FittedStore store = FittedStore.of(model.spec().data(), fit(model).fields(), tendril.components());
        FittedStore changed = new FittedStore(store.vocabularies(), change.apply(new HashMap<>(store.states())));

        assertThatThrownBy(() -> changed.restore(model.spec().data(), tendril.components(), "m"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(message);
    }

    private static UnaryOperator<Map<String, Map<String, Object>>> with(String path, Map<String, Object> state) {
        return states -> {
            states.put(path, state);
            return states;
        };
    }

    private static List<String> tokens(FittedFields fields, String field) {
        Vocabulary vocabulary = fields.get(field).codec().vocabulary().orElseThrow();
        return vocabulary.table().tokens().stream()
                .filter(token -> !token.endsWith("\0"))
                .toList();
    }

    private Fitting.Result fit(CheckedModel model) {
        return fit(model, new CancellationToken());
    }

    private Fitting.Result fit(CheckedModel model, CancellationToken token) {
        SourceContext context =
                new SourceContext(model.paths(), new Philox(), model.spec().seed());
        Splits splits = new Splits(model.spec().data(), tendril.components(), context);
        return Fitting.fit(
                model.spec().data(),
                tendril.components(),
                splits.reader("train"),
                tendril.engine(),
                new FitContext(new Philox(), RandomKey.of(1), token));
    }

    private CheckedModel pairs(String vocabulary) {
        return tendril.validate(ModelFiles.write(folder, "m.yaml", """
                format: 1
                name: m
                data:
                  train: {type: tsv, files: [train.tsv]}
                  fields:
                    source: {type: text, key: 1, tokenizer: characters}
                    target: {type: text, key: 2, tokenizer: characters%s}
                model:
                  embedded: {type: embedding, from: source, units: 2}
                  encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 3}}
                  decoder:
                    type: decoder
                    from: {target: target, initial: encoder.final}
                    embedding: {type: embedding, units: 2}
                    network: {type: recurrent_steps, cell: {type: gru, units: 3}}
                training: {optimizer: {type: adam, learning_rate: 0.01}, epochs: 1}
                """.formatted(vocabulary)));
    }
}
