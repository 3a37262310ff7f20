package dev.tendril.layers.cell;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * Dropout (Srivastava et al. 2014): a feature is 0 with a probability, else divided by the probability of staying, so that its mean is
 * kept; nothing happens outside training. Each step has a draw of its own, the same whether steps are computed together or one by one.
 */
public final class Dropout {
    private final double rate;
    private final String path;

    /**
     * Dropout at one place of a model.
     *
     * @param rate probability of being dropped, below 1
     * @param path names its noise, unique within the model
     */
    public Dropout(double rate, String path) {
        this.rate = rate;
        this.path = path;
    }

    /** The noise of the first step. */
    public Noise start(int rows, Pass pass) {
        return pass.noise(path, rows);
    }

    /**
     * One step.
     *
     * @param x [B, D]
     * @param noise of this step
     */
    public Tensor step(Tensor x, Noise noise) {
        return rate == 0 || !x.pass().training()
                ? x
                : x.times(scaled(noise.bernoulli(1 - rate, x.shape().size(-1))));
    }

    /** Whole sequences: every row and step of vectors over any number of time axes. */
    public Sequence apply(Sequence source, Pass pass) {
        Shape shape = source.shape();
        if (rate == 0 || !pass.training() || shape.elements() == 0) {
            return source;
        }
        int steps = source.levels() == 0 ? 1 : shape.size(source.levels());
        int features = shape.size(-1);
        int rows = Math.toIntExact(shape.elements() / ((long) steps * features));
        Tensor mask = start(rows, pass).bernoulli(1 - rate, steps, features); // [R, T, D]
        return source.with(source.values().times(scaled(mask).reshape(shape)));
    }

    /** 1 / (1 − rate) for a feature that stays. */
    private Tensor scaled(Tensor mask) {
        return mask.times(1 / (1 - rate));
    }
}
