package dev.tendril.training.metric;

import java.util.HashSet;
import java.util.Set;

/** Counts what was predicted, what was wanted, and what was both. Used by one thread. */
final class Tally {
    private long predicted;
    private long wanted;
    private long both;

    /** Counts one thing. */
    void add(boolean isPredicted, boolean isWanted) {
        predicted += isPredicted ? 1 : 0;
        wanted += isWanted ? 1 : 0;
        both += isPredicted && isWanted ? 1 : 0;
    }

    /** Counts every thing of two sets. */
    <T> void addAll(Set<T> allPredicted, Set<T> allWanted) {
        Set<T> common = new HashSet<>(allPredicted);
        common.retainAll(allWanted);
        predicted += allPredicted.size();
        wanted += allWanted.size();
        both += common.size();
    }

    /** Whether any of it was wanted. */
    boolean anyWanted() {
        return wanted > 0;
    }

    /** 2 TP / (2 TP + FP + FN), where 2 TP + FP + FN is what was predicted plus what was wanted; 1 if that is nothing. */
    double f1() {
        return predicted + wanted == 0 ? 1 : 2.0 * both / (predicted + wanted);
    }
}
