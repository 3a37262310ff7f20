package dev.tendril.plugin.tokenizers;

import dev.tendril.api.CancellationToken;
import dev.tendril.plugin.tokenizers.PairCorpus.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Learns merges (Sennrich et al. 2016, algorithm 1): again and again the most frequent pair of tokens becomes one token. Of pairs that are
 * equally frequent it is the one whose left token, then whose right token comes first in the order of UTF-16 units, then the one
 * of tokens that were learnt first.
 */
final class BpeLearner {
    private final BpeParameters parameters;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparing(Candidate::count)
            .reversed()
            .thenComparing(each -> tokens.get(each.pair.left()))
            .thenComparing(each -> tokens.get(each.pair.right()))
            .thenComparing(each -> each.pair.left())
            .thenComparing(each -> each.pair.right()));

    /**
     * A pair that may be merged next.
     *
     * @param pair the pair
     * @param count how often it occurred when it was put in the queue; never less than now
     */
    private record Candidate(Pair pair, long count) {}

    BpeLearner(BpeParameters parameters) {
        this.parameters = parameters;
    }

    BpeMerges learn(WordCounts words, CancellationToken cancellation) {
        int[] characters = words.characters();
        Arrays.stream(characters).mapToObj(Character::toString).forEach(tokens::add);
        int limit = parameters.limit(characters.length);
        PairCorpus corpus = new PairCorpus(numbered(words, characters), words.counts());
        corpus.pairs().forEach(this::offer);
        while (left.size() < limit && !queue.isEmpty()) {
            cancellation.throwIfCancelled();
            Candidate first = queue.remove();
            if (first.count == first.pair.count()) {
                merge(corpus, first.pair);
            } else {
                offer(first.pair);
            }
        }
        return new BpeMerges(tokens.subList(0, characters.length), left, right);
    }

    private void merge(PairCorpus corpus, Pair pair) {
        int made = tokens.size();
        tokens.add(tokens.get(pair.left()) + tokens.get(pair.right()));
        left.add(pair.left());
        right.add(pair.right());
        corpus.merge(pair, made).forEach(this::offer);
    }

    private void offer(Pair pair) {
        int length = tokens.get(pair.left()).length() + tokens.get(pair.right()).length();
        if (pair.count() >= parameters.minCount() && length <= BpeMerges.LONGEST) {
            queue.add(new Candidate(pair, pair.count()));
        }
    }

    private static int[][] numbered(WordCounts words, int[] characters) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int character : characters) {
            numbers.put(character, numbers.size());
        }
        return words.words().stream()
                .map(word -> word.codePoints().map(numbers::get).toArray())
                .toArray(int[][]::new);
    }
}
