package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * What is remembered of a parameter by those that scale by two means.
 *
 * @param m mean of gradients, of the parameter's shape
 * @param v mean of squared gradients, of the parameter's shape
 */
public record Moments(Tensor m, Tensor v) implements State {

    /** Zeros, before the first update. */
    static Moments zeros(Tensor parameter, Pass pass) {
        return new Moments(pass.zeros(parameter.shape()), pass.zeros(parameter.shape()));
    }

    /** After one more gradient. */
    Moments with(Tensor gradient, double beta1, double beta2) {
        return new Moments(Means.fade(beta1, m, gradient), Means.fade(beta2, v, gradient.square()));
    }
}
