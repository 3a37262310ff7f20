package dev.tendril.plugin.tokenizers;

import dev.tendril.api.CancellationToken;
import dev.tendril.plugin.tokenizers.PairCorpus.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns pieces by merging the pair that raises the likelihood of the training split the most (Schuster &amp; Nakajima 2012, section 3),
 * the text being drawn piece by piece, each by its share p: to first order that is
 * <pre>
 *   n_ab · log(p_ab / (p_a p_b)),   p_x = n_x / N
 * </pre>
 * Learning ends when no pair raises it. Of pairs that are equally good it is the one whose left piece, then whose right piece comes first
 * in the order of UTF-16 units.
 */
final class WordPieceLearner {
    /** Share of the largest gain that makes a pair one to look at again. */
    private static final double NEAR = 0.5;

    private final WordPieceParameters parameters;
    private final List<String> pieces = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Pair> near = new LinkedHashSet<>();
    private double floor;

    WordPieceLearner(WordPieceParameters parameters) {
        this.parameters = parameters;
    }

    WordPieces learn(WordCounts words, CancellationToken cancellation) {
        int[][] numbered = words.words().stream().map(this::characters).toArray(int[][]::new);
        Alphabet.room(parameters.size(), pieces.size());
        PairCorpus corpus = new PairCorpus(numbered, words.counts());
        while (pieces.size() < parameters.size()) {
            cancellation.throwIfCancelled();
            Pair best = best(corpus);
            if (best == null) {
                break;
            }
            near.addAll(corpus.merge(best, number(joined(best))));
        }
        return new WordPieces(pieces);
    }

    private int[] characters(String word) {
        int[] points = word.codePoints().toArray();
        int[] result = new int[points.length];
        for (int at = 0; at < points.length; at++) {
            result[at] = number((at == 0 ? "" : WordPieces.CONTINUED) + Character.toString(points[at]));
        }
        return result;
    }

    private int number(String piece) {
        return numbers.computeIfAbsent(piece, fresh -> {
            pieces.add(fresh);
            return pieces.size() - 1;
        });
    }

    private String joined(Pair pair) {
        return WordPieces.joined(pieces.get(pair.left()), pieces.get(pair.right()));
    }

    /**
     * The pair to merge; none if no merge makes the text likelier. It is looked for among those that may gain as much as {@code floor}, and
     * among all only when none of those does: a pair that is not near can come to gain more only by a merge, and is near then.
     */
    private @Nullable Pair best(PairCorpus corpus) {
        Pair best = best(near, corpus);
        if (best == null || gain(best, corpus) < floor) {
            best = best(corpus.pairs(), corpus);
            floor = best == null ? 0 : gain(best, corpus) * NEAR;
            double perPair = StrictMath.log((double) corpus.total());
            near.clear();
            corpus.pairs().stream()
                    .filter(pair -> pair.count() * perPair >= floor)
                    .forEach(near::add);
        }
        return best;
    }

    private @Nullable Pair best(Collection<Pair> pairs, PairCorpus corpus) {
        double perPair =
                StrictMath.log((double) corpus.total()); // a pair gains no more than this each time that it occurs
        Pair best = null;
        double most = 0;
        for (Pair pair : pairs) {
            if (pair.count() < parameters.minCount() || pair.count() * perPair < most) {
                continue;
            }
            double gain = gain(pair, corpus);
            boolean better = gain > most || (gain == most && best != null && isBefore(pair, best));
            if (better && joined(pair).length() <= WordPieces.LONGEST) {
                best = pair;
                most = gain;
            }
        }
        return best;
    }

    private static double gain(Pair pair, PairCorpus corpus) {
        double ratio = (double) pair.count() / corpus.count(pair.left()) * corpus.total() / corpus.count(pair.right());
        return pair.count() * StrictMath.log(ratio);
    }

    private boolean isBefore(Pair one, Pair other) {
        int byLeft = pieces.get(one.left()).compareTo(pieces.get(other.left()));
        return byLeft < 0 || (byLeft == 0 && pieces.get(one.right()).compareTo(pieces.get(other.right())) < 0);
    }
}
