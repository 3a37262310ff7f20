package dev.tendril.api.training;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.NoState;
import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.function.LongToDoubleFunction;

/**
 * A mean of the values that a parameter takes while training goes on (Polyak and Juditsky 1992), written as its equation. Training goes
 * on from the parameters themselves; what is judged and kept are the means. Immutable; what it remembers of a parameter besides its mean
 * is a record of tensors.
 *
 * @param <S> what it remembers, such as earlier values
 */
@PluginImplemented
public interface Averaging<S extends State> {

    /** When it looks at the parameters. */
    enum Moment {
        /** After every update. */
        UPDATE,
        /** After the last update of an epoch. */
        EPOCH
    }

    /**
     * A mean that remembers nothing besides itself:
     * <pre>
     *   a′ = a + s(t) · (θ − a)
     * </pre>
     *
     * @param share s, from the number of the look, which is 1 at first; with 1 there and nothing below 0 or above 1, a is a weighted mean of
     *     the values that were looked at
     */
    static Averaging<NoState> moving(Moment moment, LongToDoubleFunction share) {
        return new MovingMean(moment, share);
    }

    /** When it looks at the parameters. */
    Moment moment();

    /** What it remembers before its first look, usually nothing, or zeros of the parameter's shape. */
    S initialState(Tensor parameter, Pass pass);

    /**
     * The mean and what is remembered after one look more. Numbers cannot be read here, as in {@link Optimizer#update}: the equation is
     * traced once for each shape of a parameter, and runs as one program in place where it is elementwise.
     *
     * @param mean after the look before; at the first look the parameter's value before training
     * @param parameter its present value
     */
    Averaged<S> look(Tensor mean, Tensor parameter, S state, Weights weights);

    /** How much a look weighs, and other numbers that it may use besides its tensors, as functions of how many looks there were. */
    @HostImplemented
    @FunctionalInterface
    interface Weights {
        /**
         * A number as a scalar tensor.
         *
         * @param weight the number, from that of the look, which is 1 at first; evaluated anew at every look, in double precision
         */
        Tensor of(LongToDoubleFunction weight);
    }

    /**
     * What a look gives.
     *
     * @param mean of the parameter's shape
     * @param state what is remembered
     * @param <S> the remembered state
     */
    record Averaged<S extends State>(Tensor mean, S state) {}
}
