package dev.tendril.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A model file to begin with, and the data it reads.
 *
 * @param name which is also the name of its folder, of its model file and of its model
 * @param summary one line: what goes in and what comes out
 * @param data names of its files of data
 */
record Template(String name, String summary, List<String> data) {
    /** All there are, simple ones first. */
    static final List<Template> ALL = List.of(
            new Template("classifier", "a text → one of several labels (many-to-one)", List.of("reviews.tsv")),
            new Template("forecast", "the last days of a series → the next (many-to-one)", List.of("sales.csv")),
            new Template("tagger", "words → a label for each (many-to-many, aligned)", List.of("sentences.conllu")),
            new Template("language-model", "a text → how it may go on (many-to-many, aligned)", List.of("text.txt")),
            new Template("captioner", "a vector → a text (one-to-many)", List.of("scenes.jsonl")),
            new Template("translator", "a text → another text, with attention (many-to-many)", List.of("numbers.tsv")),
            new Template("transformer", "a text → another text, by a Transformer", List.of("numbers.tsv")));

    Template {
        data = List.copyOf(data);
    }

    /** Name of its model file. */
    String yaml() {
        return name + ".yaml";
    }

    /** Names of all its files. */
    List<String> files() {
        return Stream.concat(Stream.of(yaml()), data.stream()).toList();
    }

    /** What a file holds. */
    byte[] content(String file) throws IOException {
        String resource = "templates/" + (file.equals(yaml()) ? "" : "data/") + file;
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        }
    }
}
