package dev.tendril.tensor;

import dev.tendril.api.tensor.ThreadWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what each thread computes: once a part and once a loop of a recurrence, not for every number. */
final class Tally {
    private final List<Entry> entries = new ArrayList<>(); // callers, then helpers

    /**
     * What callers or one helper have done.
     *
     * @param thread its name
     */
    private record Entry(String thread, LongAdder parts, LongAdder rows) {}

    /** Of callers, and helpers of these names. */
    Tally(List<String> helpers) {
        entries.add(new Entry("callers", new LongAdder(), new LongAdder()));
        helpers.forEach(helper -> entries.add(new Entry(helper, new LongAdder(), new LongAdder())));
    }

    /**
     * Counts a part.
     *
     * @param helper who ran it, from 0; -1 for a caller
     */
    void part(int helper) {
        entries.get(helper + 1).parts.increment();
    }

    /**
     * Counts steps of rows.
     *
     * @param helper who ran them, from 0; -1 for a caller
     */
    void rows(int helper, long count) {
        entries.get(helper + 1).rows.add(count);
    }

    List<ThreadWork> read() {
        return entries.stream()
                .map(entry -> new ThreadWork(entry.thread, entry.parts.sum(), entry.rows.sum()))
                .toList();
    }
}
