package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;
import java.util.Random;

/**
 * A small model of the next token, different for each row.
 * <pre>
 *   h′ = ½ h + E_token
 *   log p = log softmax h′
 * </pre>
 *
 * @param pass it computes in
 * @param table E, [V, V]
 * @param first h before the first token, [B, V]
 */
record Babbler(Pass pass, Tensor table, Tensor first) implements StepModel<Babbler.State> {
    /** Tokens that can stand in a sequence; behind them come begin and end. */
    static final int WORDS = 5;

    private static final int VOCABULARY = WORDS + 2;

    /**
     * What is carried.
     *
     * @param h the scores so far
     */
    public record State(Tensor h) implements CellState {}

    /** A model of some rows, each always the same. */
    static Babbler of(Pass pass, int... rows) {
        double[] table = Samples.gaussian((long) VOCABULARY * VOCABULARY, new Random(3), 2);
        double[] first = new double[rows.length * VOCABULARY];
        for (int i = 0; i < rows.length; i++) {
            double[] own = Samples.gaussian(VOCABULARY, new Random(100 + rows[i]), 2);
            System.arraycopy(own, 0, first, i * VOCABULARY, VOCABULARY);
        }
        return new Babbler(
                pass,
                pass.tensor(Shape.of(VOCABULARY, VOCABULARY), table),
                pass.tensor(Shape.of(rows.length, VOCABULARY), first));
    }

    @Override
    public int rows() {
        return first.shape().size(0);
    }

    @Override
    public int vocabulary() {
        return VOCABULARY;
    }

    @Override
    public int begin() {
        return WORDS;
    }

    @Override
    public int end() {
        return WORDS + 1;
    }

    @Override
    public State start() {
        return new State(first);
    }

    @Override
    public Scored<State> step(Ids tokens, State state) {
        Tensor h = state.h().times(0.5).plus(table.rows(tokens));
        return new Scored<>(h.logSoftmax(), new State(h), Optional.empty());
    }
}
