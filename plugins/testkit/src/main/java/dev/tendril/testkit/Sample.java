package dev.tendril.testkit;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Element;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands at one input of a batch.
 *
 * @param input what it is
 * @param numbers rows, padded time axes, features; ids are whole numbers
 * @param lengths real steps of every time axis, outermost first
 */
record Sample(Input input, Numbers numbers, List<Lengths> lengths) {
    Sample {
        lengths = List.copyOf(lengths);
    }

    /** The value, its numbers in a tensor. */
    Value value(Tensor tensor) {
        return new Sequence(tensor, lengths);
    }

    boolean ids() {
        return input.type().element() instanceof Element.Id;
    }

    /** The value of ids. */
    Value idValue() {
        int[] ids = Arrays.stream(numbers.values()).mapToInt(id -> (int) id).toArray();
        return new IdSequence(Ids.of(numbers.shape(), ids), lengths);
    }

    Sample zeroPadded() {
        return padded(0);
    }

    /** NaN in the padding, which may hold anything; ids keep their 0, since an id always names something. */
    Sample poisoned() {
        return ids() ? this : padded(Double.NaN);
    }

    private Sample padded(double filling) {
        boolean[] real = real();
        double[] values = numbers.values().clone();
        int features = values.length / Math.max(1, real.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = real[i / features] ? values[i] : filling;
        }
        return new Sample(input, new Numbers(numbers.shape(), values), lengths);
    }

    /** Whether each step of the padded time axes is real. */
    private boolean[] real() {
        boolean[] real = new boolean[numbers.shape().size(0)];
        Arrays.fill(real, true);
        for (int level = 0; level < lengths.size(); level++) {
            int steps = numbers.shape().size(level + 1);
            boolean[] inner = new boolean[real.length * steps];
            for (int i = 0; i < inner.length; i++) {
                inner[i] = real[i / steps] && i % steps < lengths.get(level).at(i / steps);
            }
            real = inner;
        }
        return real;
    }

    /** One row alone, padded no further than it needs. */
    Sample row(int row) {
        List<Lengths> own = new ArrayList<>();
        int[] from = new int[numbers.shape().rank()];
        from[0] = row;
        Shape shape = numbers.shape().with(0, 1);
        int first = row;
        int count = 1;
        for (int level = 0; level < lengths.size(); level++) {
            Lengths kept = Lengths.of(Arrays.copyOfRange(lengths.get(level).toArray(), first, first + count));
            own.add(kept);
            first *= numbers.shape().size(level + 1);
            count = kept.longest();
            shape = shape.with(level + 1, kept.longest());
        }
        return new Sample(input, numbers.part(from, shape), own);
    }

    /** As many rows, all empty; without a time axis the same. */
    Sample emptied() {
        List<Lengths> none = new ArrayList<>();
        Shape shape = numbers.shape();
        int rows = shape.size(0);
        for (int level = 0; level < lengths.size(); level++) {
            none.add(Lengths.all(rows, 0));
            rows = 0;
            shape = shape.with(level + 1, 0);
        }
        return new Sample(input, numbers.part(new int[shape.rank()], shape), none);
    }
}
