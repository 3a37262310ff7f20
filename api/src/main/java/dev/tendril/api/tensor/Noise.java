package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;

/**
 * Random numbers as part of a recurrent state: a pure function of seed, path, example, step and column. Drawing twice gives the
 * same numbers; a step that needs two draws keeps two noises. Outside training every draw is its mean.
 */
@HostImplemented
public interface Noise {

    /**
     * 1 with a probability, else 0; outside training the probability itself.
     *
     * @return [rows, columns], without gradient
     */
    Tensor bernoulli(double probability, int columns);

    /**
     * What {@link #bernoulli(double, int)} gives at this step and those after it, side by side.
     *
     * @param steps at least 1
     * @return [rows, steps, columns], without gradient
     */
    default Tensor bernoulli(double probability, int steps, int columns) {
        Tensor[] draws = new Tensor[steps];
        Noise noise = this;
        for (int step = 0; step < steps; step++) {
            draws[step] = noise.bernoulli(probability, columns);
            noise = noise.next();
        }
        return Tensor.stack(1, draws);
    }

    /**
     * Uniform in [0, 1); outside training ½.
     *
     * @return [rows, columns], without gradient
     */
    Tensor uniform(int columns);

    /**
     * Standard normal; outside training 0.
     *
     * @return [rows, columns], without gradient
     */
    Tensor normal(int columns);

    /** The noise of the next step. */
    Noise next();

    /** The noise of chosen rows, as {@link Tensor#gather} chooses them. */
    Noise gather(Ids positions);
}
