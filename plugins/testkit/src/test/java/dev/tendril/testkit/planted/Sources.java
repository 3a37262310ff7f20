package dev.tendril.testkit.planted;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Readers, right but for what their name says. */
final class Sources {
    private Sources() {}

    private record Words(Set<String> declared, Supplier<Iterator<Example>> opening) implements Reader {
        @Override
        public Optional<Set<String>> keys() {
            return Optional.of(declared);
        }

        @Override
        public ExampleStream open() {
            Iterator<Example> examples = opening.get();
            return new ExampleStream() {
                @Override
                public boolean hasNext() {
                    return examples.hasNext();
                }

                @Override
                public Example next() {
                    return examples.next();
                }

                @Override
                public void close() {}
            };
        }
    }

    private record Of(String name, Reader reader) implements Defective, ReaderProvider<NoParameters> {
        @Override
        public Reader create(NoParameters parameters, ReaderContext context) {
            return reader;
        }
    }

    /** Steps on whenever it is asked whether there is more. */
    private static final class Hasty implements Iterator<Example> {
        private int at;

        @Override
        public boolean hasNext() {
            return ++at < 6;
        }

        @Override
        public Example next() {
            return example("word " + at, at);
        }
    }

    static List<ReaderProvider<?>> all() {
        AtomicInteger openings = new AtomicInteger();
        List<Example> shared = new ArrayList<>(three("word "));
        AtomicInteger open = new AtomicInteger();
        return List.of(
                new Of("right", new Words(Set.of("word"), () -> three("word ").iterator())),
                new Of("counts_its_openings", new Words(Set.of("word"), () -> three(
                                "opening " + openings.incrementAndGet() + " ")
                        .iterator())),
                new Of("declares_another_key", new Words(Set.of("text"), () -> three("word ")
                        .iterator())),
                new Of("steps_when_asked", new Words(Set.of("word"), Hasty::new)),
                new Of("shares_its_place", new Words(Set.of("word"), () -> crowded(shared, open))));
    }

    /** Gives other examples while somebody else reads. */
    private static Iterator<Example> crowded(List<Example> examples, AtomicInteger open) {
        open.incrementAndGet();
        Layers.pause();
        List<Example> found = open.get() > 1 ? three("crowded ") : examples;
        open.decrementAndGet();
        return found.iterator();
    }

    private static List<Example> three(String words) {
        return List.of(example(words + 1, 1), example(words + 2, 2), example(words + 3, 3));
    }

    private static Example example(String word, int line) {
        return new Example(Map.of("word", new Raw.Text(word)), "planted:" + line);
    }
}
