package dev.tendril.api.training;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * A rule that moves a parameter against its gradient, written as its equation. Immutable; what it remembers of a parameter is a
 * record of tensors.
 *
 * @param <S> what it remembers, such as moments
 */
@PluginImplemented
public interface Optimizer<S extends State> {

    /** The learning rate before any schedule. */
    double learningRate();

    /** What it remembers before the first update, usually zeros of the parameter's shape. */
    S initialState(Tensor parameter, Pass pass);

    /**
     * The parameter and what is remembered after one update. Its numbers cannot be read here: the equation is traced once for each
     * shape of a parameter. Where it is elementwise in all tensors it then runs as one program in place; another one, such as one that
     * scales by a norm, is computed operation by operation.
     */
    Updated<S> update(Tensor parameter, Tensor gradient, S state, Scalars scalars);

    /**
     * The numbers an update may use besides its tensors. They are asked for as functions, so that an engine may trace the equation
     * once and evaluate them anew at every step, in double precision.
     */
    @HostImplemented
    @FunctionalInterface
    interface Scalars {
        /** A number that depends on the learning rate and the count of updates, as a scalar tensor. */
        Tensor of(Expression expression);
    }

    /** A number of one update. */
    @PluginImplemented
    @FunctionalInterface
    interface Expression {
        /**
         * Its value.
         *
         * @param learningRate of this update, schedule included
         * @param step number of this update, from 1
         */
        double at(double learningRate, long step);
    }

    /**
     * What an update gives.
     *
     * @param parameter its new values
     * @param state what is remembered
     * @param <S> the remembered state
     */
    record Updated<S extends State>(Tensor parameter, S state) {}
}
