package dev.tendril.tensor;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Tensor;

/** Noise of a trace: remembers which noise of the state it is, and how many steps on. */
record TracedNoise(TracingPass scope, Instruction.Draw.Source source) implements Noise {
    @Override
    public Tensor bernoulli(double probability, int columns) {
        return scope.draw(source, Draw.BERNOULLI, probability, columns);
    }

    @Override
    public Tensor uniform(int columns) {
        return scope.draw(source, Draw.UNIFORM, 0, columns);
    }

    @Override
    public Tensor normal(int columns) {
        return scope.draw(source, Draw.NORMAL, 0, columns);
    }

    @Override
    public Noise next() {
        return new TracedNoise(scope, new Instruction.Draw.Source(source.index(), source.rows(), source.steps() + 1));
    }

    @Override
    public Noise gather(Ids positions) {
        throw new IllegalStateException("a step cannot choose rows of its noise; rows are chosen between steps");
    }
}
