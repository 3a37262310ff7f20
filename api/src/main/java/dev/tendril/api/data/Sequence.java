package dev.tendril.api.data;

import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
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
}
