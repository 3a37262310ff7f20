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
                : x.times(mask(noise, x.shape().size(-1)));
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
        return source.with(
                source.values().times(mask(rows, steps, features, pass).reshape(shape)));
    }

    private Tensor mask(int rows, int steps, int features, Pass pass) {
        Tensor[] masks = new Tensor[steps];
        Noise noise = start(rows, pass);
        for (int step = 0; step < steps; step++) {
            masks[step] = mask(noise, features);
            noise = noise.next();
        }
        return Tensor.stack(1, masks); // T × [R, D] → [R, T, D]
    }

    private Tensor mask(Noise noise, int features) {
        return noise.bernoulli(1 - rate, features).times(1 / (1 - rate));
    }
}
