package dev.tendril.benchmarks.workload;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a contestant is asked to compute.
 *
 * @param workload what
 * @param variant which of its variants, by number; peers know one
 * @param sizes how large
 * @param threads with how many threads
 */
public record Assignment(Workload workload, int variant, Sizes sizes, int threads) {

    /** The command-line words that {@link #parse} reads. */
    public List<String> words() {
        return List.of(workload.name(), Integer.toString(variant), Integer.toString(threads), sizes.toString());
    }

    /** Reads four words. */
    public static Assignment parse(List<String> words) {
        Map<Size, Integer> sizes = new EnumMap<>(Size.class);
        Arrays.stream(words.get(3).split(",")).filter(word -> !word.isEmpty()).forEach(word -> {
            String[] parts = word.split("=");
            sizes.put(Size.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.valueOf(parts[1]));
        });
        return new Assignment(
                Workload.valueOf(words.get(0)),
                Integer.parseInt(words.get(1)),
                new Sizes(sizes),
                Integer.parseInt(words.get(2)));
    }

    /** The same with another number of threads. */
    public Assignment withThreads(int other) {
        return new Assignment(workload, variant, sizes, other);
    }

    /** The chosen variant. */
    public Variant chosen() {
        return workload.variants().get(variant);
    }

    /** A size. */
    public int get(Size size) {
        return sizes.get(size);
    }
}
