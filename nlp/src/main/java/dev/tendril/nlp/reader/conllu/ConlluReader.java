package dev.tendril.nlp.reader.conllu;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.FileExamples;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of treebanks. A column of a sentence is a list of texts, one a word; tokens of several words and words that are only
 * thought ({@code 3-4}, {@code 5.1}) are left out. The comment {@code # text = …} is the key {@code text}; a sentence without it has
 * none.
 */
final class ConlluReader implements Reader {
    private final List<DataFile> files;

    ConlluReader(List<DataFile> files) {
        this.files = files;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.of(Sentence.keys());
    }

    @Override
    public ExampleStream open() {
        return new FileExamples(files, file -> new Sentences(file.open()));
    }
}
