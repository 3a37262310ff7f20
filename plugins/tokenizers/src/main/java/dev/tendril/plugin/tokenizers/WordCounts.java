package dev.tendril.plugin.tokenizers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The different words of a text, in the order of their UTF-16 units, so that nothing depends on the order of the examples.
 *
 * @param words each once
 * @param counts how often each occurs
 */
record WordCounts(List<String> words, long[] counts) {

    /** Counts the words of examples. */
    static WordCounts of(Iterable<String> examples, Function<String, List<String>> cutter) {
        Map<String, Long> found = new HashMap<>();
        for (String example : examples) {
            for (String word : cutter.apply(example)) {
                found.merge(word, 1L, Long::sum);
            }
        }
        List<Map.Entry<String, Long>> sorted =
                found.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return new WordCounts(
                sorted.stream().map(Map.Entry::getKey).toList(),
                sorted.stream().mapToLong(Map.Entry::getValue).toArray());
    }

    /** The different characters (code points) of the words, in order. */
    int[] characters() {
        return words.stream()
                .flatMapToInt(String::codePoints)
                .distinct()
                .sorted()
                .toArray();
    }
}
