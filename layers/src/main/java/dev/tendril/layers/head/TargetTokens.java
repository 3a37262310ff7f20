package dev.tendril.layers.head;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * A target as a decoder learns it (Sutskever et al. 2014): from tokens a b c it reads {@code begin a b c} and is to say {@code a b c end}.
 *
 * @param inputs what is read, [B, T + 1]
 * @param targets what is to be said, [B, T + 1]
 */
record TargetTokens(IdSequence inputs, IdSequence targets) {

    /** From the tokens of each row, without begin and end. */
    static TargetTokens of(IdSequence tokens, int begin, int end) {
        Lengths lengths = tokens.lengths().get(0);
        int steps = tokens.shape().size(1);
        int[] ids = tokens.ids().toArray();
        int[] inputs = new int[lengths.rows() * (steps + 1)];
        int[] targets = new int[inputs.length];
        for (int row = 0; row < lengths.rows(); row++) {
            int from = row * steps;
            int to = row * (steps + 1);
            inputs[to] = begin;
            System.arraycopy(ids, from, inputs, to + 1, lengths.at(row));
            System.arraycopy(ids, from, targets, to, lengths.at(row));
            targets[to + lengths.at(row)] = end;
        }
        Shape shape = Shape.of(lengths.rows(), steps + 1);
        List<Lengths> longer = List.of(Lengths.of(
                Arrays.stream(lengths.toArray()).map(length -> length + 1).toArray()));
        return new TargetTokens(
                new IdSequence(Ids.of(shape, inputs), longer), new IdSequence(Ids.of(shape, targets), longer));
    }
}
