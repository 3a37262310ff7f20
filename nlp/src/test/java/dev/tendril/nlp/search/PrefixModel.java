package dev.tendril.nlp.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model whose next token depends on the row it started as and on every token since: its state is a number that names both. The
 * distributions come from a function, so that a test can ask it too.
 */
final class PrefixModel implements StepModel<PrefixModel.Prefix> {
    static final int BEGIN = 1;
    static final int END = 2;
    private static final int BASE = 16;

    /**
     * What the model knows.
     *
     * @param code [R], each the number of a prefix
     * @param source [R], where the row started; never changed
     */
    public record Prefix(Tensor code, Tensor source) implements CellState {}

    /** The distribution behind a prefix. */
    @FunctionalInterface
    interface Distribution {
        /** Log-probabilities of all tokens, given the tokens since the begin token. */
        double[] after(int start, List<Integer> tokens);
    }

    private final Pass pass;
    private final int vocabulary;
    private final int[] starts;
    private final Distribution distribution;
    private final int attended;
    private final Set<Tensor> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    private int steps;

    /**
     * A model.
     *
     * @param starts what tells the rows apart, 1 to 15 each
     * @param attended steps of the source at which the weights of the alignment stand; 0 for a model that does not attend
     */
    PrefixModel(Pass pass, int vocabulary, int[] starts, Distribution distribution, int attended) {
        this.pass = pass;
        this.vocabulary = vocabulary;
        this.starts = starts;
        this.distribution = distribution;
        this.attended = attended;
    }

    /** How often the model was asked. */
    int steps() {
        return steps;
    }

    /** How many tensors told where the rows started. */
    int sources() {
        return sources.size();
    }

    @Override
    public Pass pass() {
        return pass;
    }

    @Override
    public int rows() {
        return starts.length;
    }

    @Override
    public int vocabulary() {
        return vocabulary;
    }

    @Override
    public int begin() {
        return BEGIN;
    }

    @Override
    public int end() {
        return END;
    }

    @Override
    public Prefix start() {
        double[] codes = new double[starts.length];
        for (int row = 0; row < starts.length; row++) {
            codes[row] = starts[row];
        }
        return new Prefix(pass.tensor(Shape.of(codes.length), codes), pass.tensor(Shape.of(codes.length), codes));
    }

    @Override
    public Scored<Prefix> step(Ids tokens, Prefix state) {
        steps++;
        double[] codes = state.code().toDoubles();
        double[] started = state.source().toDoubles();
        sources.add(state.source());
        int rows = codes.length;
        double[] scores = new double[rows * vocabulary];
        double[] weights = new double[rows * attended];
        for (int row = 0; row < rows; row++) {
            codes[row] = codes[row] * BASE + tokens.at(row);
            List<Integer> digits = digits((long) codes[row]);
            List<Integer> prefix = digits.subList(2, digits.size());
            assertThat(digits.get(0)).isEqualTo((int) started[row]);
            System.arraycopy(distribution.after(digits.get(0), prefix), 0, scores, row * vocabulary, vocabulary);
            for (int source = 0; source < attended; source++) {
                weights[row * attended + source] = source < digits.get(0) ? weight(prefix, source) : 99;
            }
        }
        return new Scored<>(
                pass.tensor(Shape.of(rows, vocabulary), scores),
                new Prefix(pass.tensor(Shape.of(rows), codes), state.source()),
                attended == 0 ? Optional.empty() : Optional.of(pass.tensor(Shape.of(rows, attended), weights)));
    }

    /** The row that starts with s has a source of s steps. */
    @Override
    public Optional<Lengths> sourceLengths() {
        return attended == 0 ? Optional.empty() : Optional.of(Lengths.of(starts));
    }

    /** The weight of a source step when the token behind a prefix is chosen. */
    static double weight(List<Integer> prefix, int source) {
        return prefix.stream().mapToInt(token -> token).sum() + source / 16.0;
    }

    private static List<Integer> digits(long code) {
        return Long.toString(code, BASE)
                .chars()
                .mapToObj(digit -> Character.digit(digit, BASE))
                .toList();
    }
}
