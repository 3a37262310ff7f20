package dev.tendril.runtime.fit;

import dev.tendril.api.DataException;
import dev.tendril.api.TendrilException;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What components learnt, on its way out of an archive; keeps account of what was asked for. Used by one thread. */
final class StoredStates {
    private final String archive;
    private final Map<String, Map<String, Object>> states;
    private final RecordTrees trees;
    private final Set<String> unread;

    StoredStates(String archive, Map<String, Map<String, Object>> states, ComponentRegistry registry) {
        this.archive = archive;
        this.states = states;
        this.trees = new RecordTrees(registry);
        this.unread = new TreeSet<>(states.keySet());
    }

    /**
     * The state at a path.
     *
     * @throws DataException if it is missing or does not fit the record
     */
    <S extends Record> S read(Class<S> type, String path) {
        Map<String, Object> tree = states.get(path);
        if (tree == null) {
            throw new DataException(archive, "the fitted state '" + path + "' is missing");
        }
        unread.remove(path);
        try {
            return trees.read(type, tree);
        } catch (TendrilException | IllegalArgumentException unfit) {
            throw new DataException(
                    archive, "the fitted state '" + path + "' does not fit: " + unfit.getMessage(), unfit);
        }
    }

    /** Demands that every state was read. */
    void requireAllRead() {
        if (!unread.isEmpty()) {
            throw new DataException(archive, "the fitted states " + unread + " belong to no field of the model");
        }
    }
}
