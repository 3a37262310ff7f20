package dev.tendril.tensor;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans by cell and by the shapes and the kind of pass they were made for. A cell is held weakly and told apart by identity; of one
 * cell the plans used last are kept. Thread-safe.
 *
 * @param <K> what a plan was made for
 * @param <P> a plan
 */
final class PlanCache<K, P> {
    private final int eachCell;
    private final Map<CellKey, Map<K, P>> plans = new LinkedHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private long made;

    /**
     * An empty cache.
     *
     * @param eachCell how many plans of one cell are kept
     */
    PlanCache(int eachCell) {
        this.eachCell = eachCell;
    }

    /** The plan of a cell, made if it is not there. */
    synchronized P get(Object cell, K key, Supplier<P> maker) {
        forgetCollected();
        Map<K, P> own = plans.computeIfAbsent(new CellKey(cell, collected), absent -> lastUsed());
        P plan = own.get(key);
        if (plan == null) {
            plan = maker.get();
            made++;
            own.put(key, plan);
        }
        return plan;
    }

    /** How many plans have been made. */
    synchronized long made() {
        return made;
    }

    /** The plans of all cells that still live: by cell, in the order of their first use; of a cell those used last come last. */
    synchronized List<P> all() {
        forgetCollected();
        return plans.values().stream().flatMap(own -> own.values().stream()).toList();
    }

    private void forgetCollected() {
        for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
            plans.remove(gone);
        }
    }

    private Map<K, P> lastUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, P> eldest) {
                return size() > eachCell;
            }
        };
    }

    /** A cell, by identity. */
    private static final class CellKey extends WeakReference<Object> {
        private final int hash;

        CellKey(Object cell, ReferenceQueue<Object> queue) {
            super(cell, queue);
            this.hash = System.identityHashCode(cell);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof CellKey key && get() != null && get() == key.get());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
