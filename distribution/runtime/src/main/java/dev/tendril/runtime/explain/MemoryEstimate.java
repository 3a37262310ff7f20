package dev.tendril.runtime.explain;

import java.util.List;
import java.util.Locale;

/**
 * What training keeps in memory, in bytes: the model's parameters, what is remembered of them, and what one batch needs, its gradients
 * included. Left out are the program itself, data that was read, copies of weights in the order of the processor, and arrays that wait to
 * be used again, at most a quarter of the heap.
 *
 * @param parameters of the model
 * @param remembered by the optimiser and as means
 * @param batch what a step of training has in use at once, at most
 * @param examples in the part of a batch that is computed at once
 * @param steps of every sequence
 */
public record MemoryEstimate(long parameters, long remembered, long batch, int examples, int steps) {
    private static final double MEBI = 1 << 20;

    /** All of it. */
    public long total() {
        return parameters + remembered + batch;
    }

    /** One line for each part, and one for the sum. */
    List<List<String>> rows() {
        String of = examples + (examples == 1 ? " example of " : " examples of ") + steps + " steps, with gradients";
        return List.of(
                List.of("parameters", amount(parameters), ""),
                List.of("remembered", amount(remembered), "of them, by optimiser and averaging"),
                List.of("batch", amount(batch), of),
                List.of("total", amount(total()), ""));
    }

    private static String amount(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / MEBI);
    }
}
