package dev.tendril.tensor;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Storage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays waiting to be used again, by size class: four classes to each power of two. Holds at most a quarter of the heap: where more
 * is given back, the classes that were not asked for longest make room, and what they hold is left to the garbage collector. Thread-safe.
 */
final class Pool {
    /** Shorter arrays cost less to make than to keep. */
    private static final int SHORTEST = 64;

    private static final int CLASSES = 4 * Integer.SIZE;

    private final Precision precision;
    private final long capacity;
    private final List<ArrayDeque<Storage>> free = new ArrayList<>(CLASSES);
    private final long[] lastAsked = new long[CLASSES]; // by class: the number of the request
    private long requests;
    private long held;
    private long lent;
    private long mostLent;

    Pool(Precision precision) {
        this(precision, Runtime.getRuntime().maxMemory() / 4 / (precision == Precision.FLOAT32 ? 4 : 8));
    }

    /**
     * An empty pool.
     *
     * @param capacity numbers that it holds at most
     */
    Pool(Precision precision, long capacity) {
        this.precision = precision;
        this.capacity = capacity;
        for (int sizeClass = 0; sizeClass < CLASSES; sizeClass++) {
            free.add(new ArrayDeque<>());
        }
    }

    /** An array of at least this length; its numbers are arbitrary. */
    Storage take(int length) {
        if (length < SHORTEST) {
            return Storage.allocate(precision, length);
        }
        int rounded = roundedUp(length);
        int sizeClass = sizeClass(rounded);
        synchronized (this) {
            lastAsked[sizeClass] = ++requests;
            lent += rounded;
            mostLent = Math.max(mostLent, lent);
            Storage waiting = free.get(sizeClass).poll();
            if (waiting != null) {
                held -= rounded;
                return waiting;
            }
        }
        return Storage.allocate(precision, rounded);
    }

    /** Takes an array back; nobody may use it any more. With assertions its numbers become NaN, so that whoever does will notice. */
    synchronized void give(Storage storage) {
        assert poisoned(storage);
        int length = storage.length();
        if (length < SHORTEST || roundedUp(length) != length) {
            return;
        }
        lent -= length;
        if (length > capacity) {
            return;
        }
        int sizeClass = sizeClass(length);
        if (hasRoom(length, sizeClass)) {
            held += length;
            free.get(sizeClass).push(storage);
        }
    }

    /** Makes room for an array by letting others go that are of less use; false if there are too few of them. */
    private boolean hasRoom(int length, int sizeClass) {
        while (held + length > capacity) {
            int stalest = sizeClass;
            for (int other = 0; other < CLASSES; other++) {
                if (lastAsked[other] < lastAsked[stalest] && !free.get(other).isEmpty()) {
                    stalest = other;
                }
            }
            if (stalest == sizeClass) {
                return false;
            }
            held -= free.get(stalest).pop().length();
        }
        return true;
    }

    /** How many numbers were in use at once, at most; short arrays apart. */
    synchronized long mostLent() {
        return mostLent;
    }

    private static boolean poisoned(Storage storage) {
        storage.fill(0, storage.length(), Double.NaN);
        return true;
    }

    /** Lets everything go. */
    synchronized void clear() {
        free.forEach(ArrayDeque::clear);
        held = 0;
    }

    /** The next of 4, 5, 6, 7 times a power of two. */
    private static int roundedUp(int length) {
        int step = Integer.highestOneBit(length - 1) >>> 2;
        long rounded = ((long) length + step - 1) / step * step;
        return rounded > Integer.MAX_VALUE - 8 ? length : (int) rounded;
    }

    /** The number of a rounded length: two bits behind its highest, and where that stands. */
    private static int sizeClass(int rounded) {
        int highest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rounded);
        return 4 * highest + ((rounded >>> (highest - 2)) & 3);
    }
}
