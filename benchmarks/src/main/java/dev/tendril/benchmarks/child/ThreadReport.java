package dev.tendril.benchmarks.child;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What came of training with one number of threads.
 *
 * @param threads the number
 * @param digest of the weights
 * @param milliseconds a step, the median of the second half of all steps
 * @param work of each thread
 */
public record ThreadReport(int threads, String digest, double milliseconds, List<Work> work) {
    private static final String SEPARATOR = "/";

    /**
     * What a thread computed.
     *
     * @param thread its name
     * @param parts of operations
     * @param rows steps of rows in the loops of recurrences
     */
    public record Work(String thread, long parts, long rows) {}

    /** The line that {@link #parse} reads. */
    public String line() {
        List<String> words = new ArrayList<>(List.of(Integer.toString(threads), digest, Double.toString(milliseconds)));
        work.forEach(each -> words.add(each.thread + SEPARATOR + each.parts + SEPARATOR + each.rows));
        return String.join(" ", words);
    }

    /** Reads a line. */
    public static ThreadReport parse(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        List<Work> work = words.subList(3, words.size()).stream()
                .map(word -> word.split(SEPARATOR))
                .map(parts -> new Work(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                .toList();
        return new ThreadReport(Integer.parseInt(words.get(0)), words.get(1), Double.parseDouble(words.get(2)), work);
    }
}
