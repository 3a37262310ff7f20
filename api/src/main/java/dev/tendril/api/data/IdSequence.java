package dev.tendril.api.data;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import java.util.List;

/**
 * Ids with their time axes: [B] without a level, [B, T] with one, [B, S, W] with two. Padding holds 0.
 *
 * @param ids the ids
 * @param lengths real steps of each level, outermost first
 */
public record IdSequence(Ids ids, List<Lengths> lengths) implements Value {
    public IdSequence {
        lengths = List.copyOf(lengths);
        ValueChecks.check("ids", ids.shape(), lengths, lengths.size() + 1);
        if (ids.shape().rank() != lengths.size() + 1) {
            throw new IllegalArgumentException("ids of " + lengths.size() + " levels have shape " + ids.shape());
        }
    }

    /** Ids with one time axis, from rows of any lengths. */
    public static IdSequence of(List<int[]> rows) {
        int longest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] padded = new int[Math.multiplyExact(rows.size(), longest)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, padded, row * longest, rows.get(row).length);
        }
        Lengths lengths = Lengths.of(rows.stream().mapToInt(row -> row.length).toArray());
        return new IdSequence(Ids.of(Shape.of(rows.size(), longest), padded), List.of(lengths));
    }

    /** One id a row, without a time axis. */
    public static IdSequence single(int... ids) {
        return new IdSequence(Ids.row(ids), List.of());
    }

    @Override
    public Shape shape() {
        return ids.shape();
    }
}
