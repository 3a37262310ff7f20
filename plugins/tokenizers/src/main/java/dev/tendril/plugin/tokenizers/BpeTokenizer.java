package dev.tendril.plugin.tokenizers;

import dev.tendril.api.data.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding (Sennrich et al. 2016): a word is cut into its characters, and the merges are made in the order in which they were
 * learnt, each from the left. A character that does not occur in the training split is a token of its own. Joining restores the text
 * exactly.
 */
final class BpeTokenizer implements Tokenizer {
    private static final int UNKNOWN = -1;
    private static final int NONE = -1;

    private final SpaceMark mark;
    private final List<String> tokens;
    private final Map<Integer, Integer> characters = new HashMap<>();
    private final Map<Long, Integer> merges = new HashMap<>();

    BpeTokenizer(SpaceMark mark, BpeMerges learnt) {
        this.mark = mark;
        this.tokens = learnt.tokens();
        int count = learnt.characters().size();
        for (int number = 0; number < count; number++) {
            characters.put(tokens.get(number).codePointAt(0), number);
        }
        for (int merge = 0; merge < learnt.left().size(); merge++) {
            long pair = PairCorpus.key(learnt.left().get(merge), learnt.right().get(merge));
            merges.putIfAbsent(pair, count + merge);
        }
    }

    @Override
    public List<String> tokenize(String text) {
        List<String> result = new ArrayList<>();
        for (String word : mark.words(text)) {
            new Word(word).addTo(result);
        }
        return result;
    }

    @Override
    public String join(List<String> given) {
        return mark.join(given);
    }

    /** One word on its way from characters to tokens: a chain in which two neighbours become one, the earliest merge first. */
    private final class Word {
        private final int[] points;
        private final int[] numbers;
        private final int[] next;
        private final int[] previous;
        private final PriorityQueue<Long> waiting = new PriorityQueue<>(); // number made, then place of its left token

        Word(String word) {
            points = word.codePoints().toArray();
            numbers = new int[points.length];
            next = new int[points.length];
            previous = new int[points.length];
            for (int at = 0; at < points.length; at++) {
                numbers[at] = characters.getOrDefault(points[at], UNKNOWN);
                next[at] = at + 1 < points.length ? at + 1 : NONE;
                previous[at] = at - 1;
            }
            for (int at = 0; at < points.length; at++) {
                offer(at);
            }
        }

        void addTo(List<String> result) {
            while (!waiting.isEmpty()) {
                long first = waiting.remove();
                int at = (int) first;
                int made = (int) (first >> Integer.SIZE);
                if (made == madeAt(at)) {
                    join(at, made);
                }
            }
            for (int at = 0; at != NONE; at = next[at]) {
                result.add(numbers[at] == UNKNOWN ? Character.toString(points[at]) : tokens.get(numbers[at]));
            }
        }

        private void join(int at, int made) {
            int gone = next[at];
            numbers[at] = made;
            numbers[gone] = UNKNOWN;
            next[at] = next[gone];
            next[gone] = NONE;
            if (next[at] != NONE) {
                previous[next[at]] = at;
            }
            offer(at);
            if (previous[at] != NONE) {
                offer(previous[at]);
            }
        }

        private void offer(int at) {
            int made = madeAt(at);
            if (made != NONE) {
                waiting.add(PairCorpus.key(made, at));
            }
        }

        /** What the token at a place and its neighbour become. */
        private int madeAt(int at) {
            if (next[at] == NONE || numbers[at] == UNKNOWN || numbers[next[at]] == UNKNOWN) {
                return NONE;
            }
            return merges.getOrDefault(PairCorpus.key(numbers[at], numbers[next[at]]), NONE);
        }
    }
}
