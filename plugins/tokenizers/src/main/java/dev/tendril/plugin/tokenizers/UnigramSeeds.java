package dev.tendril.plugin.tokenizers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The tokens that learning starts from: all characters, and the strings within words that occur at least twice and cover the most of the
 * text, which is their count times their length (Kudo 2018, section 3.2).
 */
final class UnigramSeeds {
    private final int[][] words;
    private final long[] counts;
    private final PriorityQueue<Seed> best;
    private final int room;

    /**
     * A string.
     *
     * @param text the string
     * @param count how often it occurs
     * @param cover its count times its length
     */
    record Seed(String text, long count, long cover) {}

    private UnigramSeeds(int[][] words, long[] counts, int room) {
        this.words = words;
        this.counts = counts;
        this.room = room;
        this.best = new PriorityQueue<>(
                Comparator.comparing(Seed::cover).thenComparing(Seed::text, Comparator.reverseOrder()));
    }

    /**
     * The seeds of a text: characters in order, then the others, those that cover most first.
     *
     * @param words as code points
     * @param counts how often each occurs
     * @param room for how many strings besides the characters
     * @param longest characters of a string at most
     */
    static List<Seed> of(int[][] words, long[] counts, int room, int longest) {
        UnigramSeeds seeds = new UnigramSeeds(words, counts, room);
        Map<String, Long> found = seeds.count(seeds.everywhere(), 1);
        List<Seed> all = new ArrayList<>();
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> all.add(new Seed(each.getKey(), each.getValue(), each.getValue())));
        boolean[][] frequent = seeds.everywhere();
        for (int length = 2; length <= longest && !found.isEmpty(); length++) {
            found = seeds.count(frequent, length);
            found.values().removeIf(count -> count < 2);
            seeds.keep(found, length);
            frequent = seeds.starts(frequent, found, length);
        }
        List<Seed> others = new ArrayList<>(seeds.best);
        others.sort(seeds.best.comparator().reversed());
        all.addAll(others);
        return all;
    }

    /** Every place of every word. */
    private boolean[][] everywhere() {
        boolean[][] places = new boolean[words.length][];
        for (int word = 0; word < words.length; word++) {
            places[word] = new boolean[words[word].length];
            Arrays.fill(places[word], true);
        }
        return places;
    }

    /** Counts the strings of a length that start at some places; a longer string occurs no more often than what it starts with. */
    private Map<String, Long> count(boolean[][] places, int length) {
        Map<String, Long> found = new HashMap<>();
        for (int word = 0; word < words.length; word++) {
            for (int at = 0; at + length <= words[word].length; at++) {
                if (places[word][at]) {
                    found.merge(new String(words[word], at, length), counts[word], Long::sum);
                }
            }
        }
        return found;
    }

    private void keep(Map<String, Long> found, int length) {
        found.forEach((text, count) -> {
            best.add(new Seed(text, count, count * length));
            if (best.size() > room) {
                best.remove();
            }
        });
    }

    private boolean[][] starts(boolean[][] places, Map<String, Long> found, int length) {
        for (int word = 0; word < words.length; word++) {
            for (int at = 0; at < words[word].length; at++) {
                places[word][at] &=
                        at + length <= words[word].length && found.containsKey(new String(words[word], at, length));
            }
        }
        return places;
    }
}
