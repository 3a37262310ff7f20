package dev.tendril.plugin.tokenizers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a text as rows of symbols, and how often every two symbols stand side by side. Merging a pair visits only the words that
 * hold it, and keeps all counts right.
 */
final class PairCorpus {
    private final int[][] words;
    private final long[] counts;
    private final Map<Long, Pair> pairs = new HashMap<>();
    private long[] symbols = new long[64];
    private long total;

    /** Two symbols side by side. */
    static final class Pair {
        private final int left;
        private final int right;
        private long count;
        private int[] places = new int[2]; // words that hold it, or held it once
        private int used;

        private Pair(int left, int right) {
            this.left = left;
            this.right = right;
        }

        int left() {
            return left;
        }

        int right() {
            return right;
        }

        /** How often it stands in the text. */
        long count() {
            return count;
        }

        private void standsIn(int word) {
            if (used > 0 && places[used - 1] == word) {
                return;
            }
            if (used == places.length) {
                places = Arrays.copyOf(places, 2 * used);
            }
            places[used++] = word;
        }
    }

    /**
     * A text.
     *
     * @param words as symbols; they change here
     * @param counts how often each occurs
     */
    PairCorpus(int[][] words, long[] counts) {
        this.words = words;
        this.counts = counts;
        for (int word = 0; word < words.length; word++) {
            for (int symbol : words[word]) {
                count(symbol, counts[word]);
            }
            for (Pair pair : pairsOf(words[word])) {
                pair.count += counts[word];
                pair.standsIn(word);
            }
        }
    }

    /** The pairs that occur. */
    Collection<Pair> pairs() {
        return pairs.values();
    }

    /** How often a symbol occurs. */
    long count(int symbol) {
        return symbol < symbols.length ? symbols[symbol] : 0;
    }

    /** How many symbols the text has. */
    long total() {
        return total;
    }

    /**
     * Puts one symbol in the place of a pair, from the left of every word.
     *
     * @return the pairs with the new symbol in them
     */
    Collection<Pair> merge(Pair merged, int symbol) {
        Set<Pair> touched = new LinkedHashSet<>();
        Set<Pair> grown = new LinkedHashSet<>();
        for (int place = 0; place < merged.used; place++) {
            int word = merged.places[place];
            int[] before = words[word];
            int[] after = replaced(before, merged, symbol);
            if (after.length < before.length) {
                words[word] = after;
                leave(before, counts[word], touched);
                enter(after, word, symbol, grown);
                replace(merged, symbol, (before.length - after.length) * counts[word]);
            }
        }
        touched.stream().filter(pair -> pair.count == 0).forEach(pair -> pairs.remove(key(pair.left, pair.right)));
        return grown;
    }

    private void leave(int[] word, long count, Set<Pair> touched) {
        for (Pair pair : pairsOf(word)) {
            pair.count -= count;
            touched.add(pair);
        }
    }

    private void enter(int[] symbolsOfWord, int word, int symbol, Set<Pair> grown) {
        for (Pair pair : pairsOf(symbolsOfWord)) {
            pair.count += counts[word];
            if (pair.left == symbol || pair.right == symbol) {
                pair.standsIn(word);
                grown.add(pair);
            }
        }
    }

    private void replace(Pair merged, int symbol, long times) {
        count(merged.left, -times);
        count(merged.right, -times);
        count(symbol, times);
    }

    private void count(int symbol, long times) {
        if (symbol >= symbols.length) {
            symbols = Arrays.copyOf(symbols, Math.max(symbol + 1, 2 * symbols.length));
        }
        symbols[symbol] += times;
        total += times;
    }

    private List<Pair> pairsOf(int[] word) {
        List<Pair> found = new ArrayList<>(word.length);
        for (int at = 1; at < word.length; at++) {
            int left = word[at - 1];
            int right = word[at];
            found.add(pairs.computeIfAbsent(key(left, right), key -> new Pair(left, right)));
        }
        return found;
    }

    private static int[] replaced(int[] word, Pair pair, int symbol) {
        int[] result = new int[word.length];
        int length = 0;
        for (int at = 0; at < word.length; at++) {
            boolean here = at + 1 < word.length && word[at] == pair.left && word[at + 1] == pair.right;
            result[length++] = here ? symbol : word[at];
            at += here ? 1 : 0;
        }
        return length == word.length ? word : Arrays.copyOf(result, length);
    }

    /** Two symbols as one number. */
    static long key(int left, int right) {
        return ((long) left << Integer.SIZE) | right;
    }
}
