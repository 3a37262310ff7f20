package dev.tendril.nlp.reader;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import java.util.Optional;
import java.util.Set;

/** Two files of as many lines: line n of both is one example, under the keys {@code source} and {@code target}. */
final class ParallelReader implements Reader {
    private final DataFile source;
    private final DataFile target;

    ParallelReader(DataFile source, DataFile target) {
        this.source = source;
        this.target = target;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.of(Set.of("source", "target"));
    }

    @Override
    public ExampleStream open() {
        return new ParallelExamples(source, target);
    }
}
