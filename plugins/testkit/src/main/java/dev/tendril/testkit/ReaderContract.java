package dev.tendril.testkit;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.tensor.TendrilEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What Tendril relies on in a reader.
 *
 * @param <P> the reader's parameters
 */
public abstract class ReaderContract<P extends Record> extends ComponentContract<P> {
    private static final int MOST = 100;
    private final Path folder;

    /**
     * The contract of one reader.
     *
     * @param plugin that brings the reader
     * @param examples its name and parameters; data that has at least one example
     * @param folder that paths in the examples are relative to, such as {@code src/test/resources}
     */
    protected ReaderContract(Class<? extends Plugin> plugin, Examples<P> examples, Path folder) {
        super(Kind.READER, plugin, examples);
        this.folder = folder;
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private Reader reader(Trial trial) {
        return ((ReaderProvider<Record>) trial.provider(ReaderProvider.class))
                .create(trial.parameters(), new Place(folder, random()));
    }

    /** Random numbers are a pure function of a key, whatever became of the engine. */
    private static RandomSource random() {
        try (TendrilEngine engine = Engines.plain()) {
            return engine.random();
        }
    }

    private record Place(Path folder, RandomSource random) implements ReaderContext {
        @Override
        public Path resolve(String path) {
            return folder.resolve(path);
        }

        @Override
        public long seed() {
            return 5;
        }
    }

    private static List<Example> read(Reader reader) {
        List<Example> examples = new ArrayList<>();
        try (ExampleStream stream = reader.open()) {
            while (examples.size() < MOST && stream.hasNext()) {
                examples.add(stream.next());
            }
        }
        return examples;
    }

    private static List<String> lines(Reader reader) {
        return read(reader).stream().map(ReaderContract::line).toList();
    }

    private static String line(Example example) {
        TreeMap<String, String> values = new TreeMap<>();
        example.values().forEach((key, value) -> values.put(key, text(value)));
        return example.origin() + " " + values;
    }

    private static String text(Raw raw) {
        if (raw instanceof Raw.Numbers numbers) {
            return numbers.shape() + Arrays.toString(numbers.values());
        }
        return raw instanceof Raw.Items items
                ? items.items().stream().map(ReaderContract::text).toList().toString()
                : raw.toString();
    }

    /** Reads nothing: what is required may name data that is not there. */
    @Override
    final void smoke(Trial trial) {
        reader(trial);
    }

    @Override
    final List<Check> checks(Trial trial) {
        return List.of(
                new Check("every opening gives the same examples in the same order", () -> again(trial)),
                new Check("examples have the keys that were declared", () -> keys(trial)),
                new Check("asking for the next changes nothing, and the end is the end", () -> iteration(trial)),
                new Check("streams that are read at once do not meet", () -> concurrent(trial)));
    }

    private void again(Trial trial) {
        Reader reader = reader(trial);
        List<String> first = lines(reader);
        Failures.failIf(first.isEmpty() ? List.of("there is none") : List.of(), "the examples hold one at least");
        String promise = "a reader gives the same each time (compared character by character)";
        Failures.failIf(Learning.differences(first, lines(reader)), promise);
        Failures.failIf(Learning.differences(first, lines(reader(trial))), promise);
    }

    private void keys(Trial trial) {
        Reader reader = reader(trial);
        List<String> problems = new ArrayList<>();
        reader.keys().ifPresent(declared -> {
            for (Example example : read(reader)) {
                Set<String> present = example.values().keySet();
                if (!declared.containsAll(present)) {
                    problems.add(example.origin() + " has "
                            + present.stream()
                                    .filter(key -> !declared.contains(key))
                                    .sorted()
                                    .collect(Collectors.toList())
                            + ", declared are " + declared.stream().sorted().toList());
                }
            }
        });
        Failures.failIf(problems, "keys() names every key of every example");
    }

    private void iteration(Trial trial) {
        Reader reader = reader(trial);
        List<String> problems = new ArrayList<>();
        List<String> expected = lines(reader);
        try (ExampleStream stream = reader.open()) {
            List<String> seen = new ArrayList<>();
            while (seen.size() < MOST && stream.hasNext() && stream.hasNext()) {
                seen.add(line(stream.next()));
            }
            problems.addAll(Learning.differences(expected, seen));
            if (seen.size() < MOST && !ends(stream)) {
                problems.add("next() behind the last example does not throw NoSuchElementException");
            }
        }
        Failures.failIf(problems, "hasNext() may be asked any number of times");
    }

    private static boolean ends(ExampleStream stream) {
        try {
            stream.next();
            return false;
        } catch (NoSuchElementException end) {
            return true;
        }
    }

    private void concurrent(Trial trial) throws Exception {
        Reader reader = reader(trial);
        Together.check(
                variant -> lines(reader),
                (alone, beside) -> Failures.failIf(
                        Learning.differences(alone, beside),
                        "several threads read what one reads (compared character by character)"));
    }
}
