package dev.tendril.contracts.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.component.RegisteredComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin may bring components of every kind: one that does, in a jar and a class loader of its own, makes a whole model. */
final class EveryKindTest {
    private static final String MODEL = """
            format: 1
            name: every-kind
            seed: 7
            data:
              train: every/mine
              validation: every/mine
              fields:
                word: {type: text, key: word, tokenizer: every/mine, vocabulary: every/mine}
                backwards: {type: text, key: backwards, tokenizer: every/mine, vocabulary: every/mine}
                count: {type: numbers, key: count, size: 1, transform: every/mine}
            model:
              embedded: {type: embedding, from: word, units: 6, initializer: every/mine}
              scaled: {type: every/mine, from: embedded}
              read: {type: recurrent, from: scaled, cell: every/mine}
              seen: {type: transformer, from: read, units: 6, heads: 2, layers: 1, positions: every/mine, normalization: every/mine, activation: every/mine}
              pooled: {type: pooling, from: seen, method: every/mine}
              counted: {type: every/summed, from: {input: pooled, target: count}, loss: every/mine}
              written:
                type: decoder
                from: {target: backwards, memory: seen}
                embedding: {type: embedding, units: 6}
                network:
                  type: recurrent_steps
                  cell: {type: gru, units: 6}
                  attention: {type: every/mine, distribution: every/mine}
                loss: cross_entropy
            training:
              optimizer: every/mine
              schedule: every/mine
              groups: [{parameters: [embedded], optimizer: {type: sgd, learning_rate: 0.01}}]
              clip: every/mine
              averaging: every/mine
              batch_size: 16
              epochs: 3
            decoding: every/mine
            evaluation:
              metrics: [every/mine, exact_match]
            """;

    @TempDir
    private Path folder;

    @Test
    void aPluginBringsAComponentOfEveryKindAndTheyMakeOneModel() throws IOException {
        Path plugins = EveryPluginFolder.in(folder);
        Path file = Files.writeString(folder.resolve("every.yaml"), MODEL);
        Path archive = folder.resolve("every.tendril");
        List<Prediction> before;
        try (Tendril tendril = Tendril.builder().plugins(plugins).build()) {
            assertThat(tendril.components().broken()).isEmpty();
            for (Kind kind : Kind.values()) {
                assertThat(tendril.components().list(kind))
                        .as("components of kind %s", kind.label())
                        .extracting(RegisteredComponent::id)
                        .contains(kind == Kind.HEAD ? "every/summed" : "every/mine");
            }
            try (Model model = tendril.train(file, TrainOptions.defaults()).model()) {
                before = predictions(model);
                model.save(archive);
            }
        }
        try (Tendril tendril = Tendril.builder().plugins(plugins).build();
                Model model = tendril.load(archive)) {
            assertThat(predictions(model)).isEqualTo(before);
        }
    }

    private static List<Prediction> predictions(Model model) {
        return Stream.of("abba", "bbb", "")
                .flatMap(word -> model.predict(word).heads().values().stream())
                .toList();
    }
}
