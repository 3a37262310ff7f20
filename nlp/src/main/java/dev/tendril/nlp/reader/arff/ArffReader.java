package dev.tendril.nlp.reader.arff;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.FileExamples;
import dev.tendril.nlp.reader.Lines;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Data sets in ARFF. A value is a text, whatever its attribute's type, under the attribute's name and its number from {@code 1}; a
 * missing value, {@code ?}, has no key. Every file declares the attributes of the first.
 */
final class ArffReader implements Reader {
    private final List<DataFile> files;

    ArffReader(List<DataFile> files) {
        this.files = files;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.empty();
    }

    @Override
    public ExampleStream open() {
        CommonAttributes common = new CommonAttributes();
        return new FileExamples(files, file -> new ArffFile(file.open(Lines.LONGEST_VALUE), common));
    }
}
