package dev.tendril.nlp.reader.fasta;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.FileExamples;
import dev.tendril.nlp.reader.Lines;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Named sequences (Pearson and Lipman 1988). The first word behind {@code >} is the key {@code id}, the rest of that line the key
 * {@code description}; the lines up to the next name, joined, are the key {@code sequence}, letters as they stand.
 */
final class FastaReader implements Reader {
    private final List<DataFile> files;

    FastaReader(List<DataFile> files) {
        this.files = files;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.of(Set.of("id", "description", "sequence"));
    }

    @Override
    public ExampleStream open() {
        return new FileExamples(files, file -> new FastaEntries(file.open(Lines.LONGEST_VALUE)));
    }
}
