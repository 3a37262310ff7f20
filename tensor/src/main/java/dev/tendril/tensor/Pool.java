package dev.tendril.tensor;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Storage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Arrays waiting to be used again, by size class: four classes to each power of two. Holds at most a quarter of the heap; what does
 * not fit is left to the garbage collector. Thread-safe.
 */
final class Pool {
    /** Shorter arrays cost less to make than to keep. */
    private static final int SHORTEST = 64;

    private final Precision precision;
    private final long capacity;
    private final Map<Integer, ArrayDeque<Storage>> free = new HashMap<>();
    private long held;

    Pool(Precision precision) {
        this.precision = precision;
        this.capacity = Runtime.getRuntime().maxMemory() / 4 / (precision == Precision.FLOAT32 ? 4 : 8);
    }

    /** An array of at least this length; its numbers are arbitrary. */
    Storage take(int length) {
        if (length < SHORTEST) {
            return Storage.allocate(precision, length);
        }
        int rounded = roundedUp(length);
        synchronized (this) {
            ArrayDeque<Storage> waiting = free.get(rounded);
            if (waiting != null && !waiting.isEmpty()) {
                held -= rounded;
                return waiting.pop();
            }
        }
        return Storage.allocate(precision, rounded);
    }

    /** Takes an array back; nobody may use it any more. */
    synchronized void give(Storage storage) {
        int length = storage.length();
        if (length >= SHORTEST && roundedUp(length) == length && held + length <= capacity) {
            held += length;
            free.computeIfAbsent(length, size -> new ArrayDeque<>()).push(storage);
        }
    }

    /** Lets everything go. */
    synchronized void clear() {
        free.clear();
        held = 0;
    }

    private static int roundedUp(int length) {
        int step = Math.max(16, Integer.highestOneBit(length - 1) >>> 2);
        long rounded = ((long) length + step - 1) / step * step;
        return rounded > Integer.MAX_VALUE - 8 ? length : (int) rounded;
    }
}
