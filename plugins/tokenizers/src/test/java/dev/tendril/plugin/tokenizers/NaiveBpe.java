package dev.tendril.plugin.tokenizers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Byte-pair encoding as the paper's algorithm 1 reads: all pairs are counted anew for every merge, and merges are replayed one by one. */
final class NaiveBpe {
    private final Map<List<Symbol>, Long> words = new LinkedHashMap<>();
    private final List<List<Symbol>> merges = new ArrayList<>();

    /** A character, or what a merge made: two symbols of one text may be made of different parts. */
    private record Symbol(String text, List<Symbol> parts, int age) {
        static Symbol of(int point) {
            return new Symbol(Character.toString(point), List.of(), point - Character.MAX_CODE_POINT - 1);
        }
    }

    NaiveBpe(WordCounts counted) {
        for (int word = 0; word < counted.words().size(); word++) {
            words.put(symbols(counted.words().get(word)), counted.counts()[word]);
        }
    }

    private static List<Symbol> symbols(String word) {
        return word.codePoints().mapToObj(Symbol::of).toList();
    }

    /** The tokens that so many merges make. */
    List<String> learn(int count) {
        while (merges.size() < count) {
            Map<List<Symbol>, Long> pairs = new HashMap<>();
            words.forEach((word, times) -> {
                for (int at = 1; at < word.size(); at++) {
                    pairs.merge(List.copyOf(word.subList(at - 1, at + 1)), times, Long::sum);
                }
            });
            if (pairs.isEmpty()) {
                break;
            }
            List<Symbol> best = null;
            for (List<Symbol> pair : pairs.keySet()) {
                if (best == null || precedes(pair, best, pairs)) {
                    best = pair;
                }
            }
            merges.add(best);
            Map<List<Symbol>, Long> merged = new LinkedHashMap<>();
            for (Map.Entry<List<Symbol>, Long> word : words.entrySet()) {
                merged.put(replaced(word.getKey(), merges.size() - 1), word.getValue());
            }
            words.clear();
            words.putAll(merged);
        }
        return merges.stream().map(pair -> pair.get(0).text + pair.get(1).text).toList();
    }

    private static boolean precedes(List<Symbol> one, List<Symbol> other, Map<List<Symbol>, Long> counts) {
        int[] order = {
            Long.compare(counts.getOrDefault(other, 0L), counts.getOrDefault(one, 0L)),
            one.get(0).text.compareTo(other.get(0).text),
            one.get(1).text.compareTo(other.get(1).text),
            Integer.compare(one.get(0).age, other.get(0).age),
            Integer.compare(one.get(1).age, other.get(1).age)
        };
        return Arrays.stream(order).filter(each -> each != 0).findFirst().orElse(0) < 0;
    }

    private List<Symbol> replaced(List<Symbol> word, int merge) {
        List<Symbol> pair = merges.get(merge);
        Symbol made = new Symbol(pair.get(0).text + pair.get(1).text, pair, merge);
        List<Symbol> result = new ArrayList<>();
        int at = 0;
        while (at < word.size()) {
            boolean here = at + 1 < word.size() && word.subList(at, at + 2).equals(pair);
            result.add(here ? made : word.get(at));
            at += here ? 2 : 1;
        }
        return result;
    }

    /** The tokens of words. */
    List<String> tokenize(List<String> text) {
        List<String> tokens = new ArrayList<>();
        for (String word : text) {
            List<Symbol> symbols = symbols(word);
            for (int merge = 0; merge < merges.size(); merge++) {
                symbols = replaced(symbols, merge);
            }
            symbols.forEach(symbol -> tokens.add(symbol.text));
        }
        return tokens;
    }
}
