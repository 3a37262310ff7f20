package dev.tendril.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small model files over generated dates; each trains in a second or two. */
public final class ModelFiles {
    /** A written date. */
    public static final String DATE = "12 March 2020";

    private ModelFiles() {}

    /** Which language is a date written in. */
    public static Path classifier(Path folder) {
        return write(folder, "language.yaml", """
                format: 1
                name: language
                seed: 7
                data:
                  train: {type: localized_dates, count: 300, languages: [en, fr, ja]}
                  validation: {type: localized_dates, count: 29, split: validation, languages: [en, fr, ja]}
                  fields:
                    written: {type: text, key: written, tokenizer: characters}
                    language: {type: label, key: language}
                model:
                  embedded: {type: embedding, from: written, units: 7}
                  encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 11}, bidirectional: true}
                  pooled: {type: pooling, from: encoder, method: max}
                  language_head: {type: classifier, from: {input: pooled, target: language}}
                training:
                  optimizer: {type: adam, learning_rate: 0.01}
                  clip: {type: norm, max: 1.0}
                  batch_size: 32
                  epochs: 3
                """);
    }

    /** A written date to its ISO form, with attention and beam search. */
    public static Path translator(Path folder) {
        return write(folder, "dates.yaml", """
                format: 1
                name: dates
                seed: 7
                data:
                  train: {type: localized_dates, count: 200, languages: [en]}
                  validation: {type: localized_dates, count: 17, split: validation, languages: [en]}
                  test: {type: localized_dates, count: 13, split: test, languages: [en]}
                  fields:
                    source: {type: text, key: written, tokenizer: characters}
                    target: {type: text, key: iso, tokenizer: characters}
                model:
                  embedded: {type: embedding, from: source, units: 7}
                  encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 11}, bidirectional: true}
                  decoder:
                    type: decoder
                    from: {target: target, memory: encoder, initial: encoder.final}
                    embedding: {type: embedding, units: 5}
                    network: {type: recurrent_steps, cell: {type: gru, units: 13}, attention: {type: additive, units: 17}}
                    loss: cross_entropy
                training:
                  optimizer: {type: adam, learning_rate: 0.01}
                  clip: {type: norm, max: 1.0}
                  batch_size: 32
                  epochs: 2
                decoding: {type: beam, width: 3}
                """);
    }

    /** Writes a model file. */
    public static Path write(Path folder, String name, String yaml) {
        try {
            return Files.writeString(folder.resolve(name), yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A model file with one text replaced by another. */
    public static Path changed(Path file, String name, String from, String to) {
        try {
            String text = Files.readString(file);
            if (!text.contains(from)) {
                throw new IllegalArgumentException("no '" + from + "' in " + file);
            }
            return Files.writeString(file.resolveSibling(name), text.replace(from, to));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
