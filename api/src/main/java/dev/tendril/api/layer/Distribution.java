package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.NoState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * Turns the scores of an attention into weights. Most look at the scores alone and are written as {@link #stateless}; others look at the
 * query, count their steps or draw noise.
 *
 * @param <S> what it carries from look to look; {@link NoState} for most
 */
@PluginImplemented
public interface Distribution<S extends CellState> {

    /**
     * What is carried before the first look at a source.
     *
     * @param mask [B, S], 1 for a real step
     */
    S initialState(Tensor mask, Pass pass);

    /**
     * The weights of one look. Uses nothing but its arguments and the distribution's parameters, as a step of a cell does.
     *
     * @param query [B, Q]
     * @param scores [B, S], S at least 1
     * @param mask [B, S], 1 for a real step; other scores are never read and weigh 0, and a row without real steps gives zeros
     * @param previous what the look before carried on
     */
    Weighed<S> weigh(Tensor query, Tensor scores, Tensor mask, S previous);

    /**
     * What came of the scores.
     *
     * @param weights [B, S]
     * @param state carried to the next look
     * @param <S> the carried state
     */
    record Weighed<S extends CellState>(Tensor weights, S state) {}

    /** A distribution of scores alone, which carries nothing. */
    static Distribution<NoState> stateless(Weighing weighing) {
        return new Distribution<>() {
            @Override
            public NoState initialState(Tensor mask, Pass pass) {
                return new NoState();
            }

            @Override
            public Weighed<NoState> weigh(Tensor query, Tensor scores, Tensor mask, NoState previous) {
                return new Weighed<>(weighing.weights(scores, mask), previous);
            }
        };
    }

    /** Weights that depend on scores and mask alone. */
    @PluginImplemented
    @FunctionalInterface
    interface Weighing {
        /** The weights, [B, S]; scores and mask as {@link Distribution#weigh} has them. */
        Tensor weights(Tensor scores, Tensor mask);
    }
}
