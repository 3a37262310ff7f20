package dev.tendril.api.data;

import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Real numbers with their time axes: [B, D] without a level, [B, T, D] with one, [B, S, W, D] with two. What lies behind a row's
 * length is padding: it may hold anything and is never read.
 *
 * @param values the numbers
 * @param lengths real steps of each level, outermost first
 */
public record Sequence(Tensor values, List<Lengths> lengths) implements Value {
    public Sequence {
        lengths = List.copyOf(lengths);
        ValueChecks.check("sequence", values.shape(), lengths, lengths.size() + 1);
    }

    /** A value with one time axis: [B, T, D...]. */
    public static Sequence of(Tensor values, Lengths lengths) {
        return new Sequence(values, List.of(lengths));
    }

    /** A value without a time axis: [B, D...]. */
    public static Sequence vector(Tensor values) {
        return new Sequence(values, List.of());
    }

    @Override
    public Shape shape() {
        return values.shape();
    }

    /** Other numbers with the same time axes. */
    public Sequence with(Tensor other) {
        return new Sequence(other, lengths);
    }

    /** The same sequence as part of a pass; itself if it is already. */
    public Sequence in(Pass pass) {
        return with(pass.attach(values));
    }

    /**
     * The same sequence with zeros in the padding, as part of a pass: what a product must read, since 0 · NaN is NaN in the gradient of
     * its weight.
     */
    public Sequence zeroPadded(Pass pass) {
        Sequence here = in(pass);
        int[] sizes = shape().toArray();
        for (int level = 0; level < levels(); level++) {
            if (!lengths.get(level).allEqual(sizes[level + 1])) {
                return with(real(pass).select(here.values, 0));
            }
        }
        return here;
    }

    /** 1 for a real step of every level, else 0; broadcasts to the values. */
    private Tensor real(Pass pass) {
        int[] axes = new int[shape().rank()];
        Arrays.fill(axes, 1);
        axes[0] = rows();
        double[] real = new double[rows()];
        Arrays.fill(real, 1);
        for (int level = 0; level < levels(); level++) {
            int steps = shape().size(level + 1);
            axes[level + 1] = steps;
            double[] inner = new double[Math.multiplyExact(real.length, steps)];
            for (int row = 0; row < real.length; row++) {
                int from = row * steps;
                Arrays.fill(inner, from, from + lengths.get(level).at(row), real[row]);
            }
            real = inner;
        }
        return pass.tensor(Shape.of(axes), real);
    }
}
