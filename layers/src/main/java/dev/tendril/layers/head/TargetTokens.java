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
        Shape shape = Shape.of(lengths.rows(), steps + 1);
        Ids inputs = Ids.of(shape, position -> {
            int row = position / (steps + 1);
            int step = position % (steps + 1);
            if (step == 0) {
                return begin;
            }
            return step <= lengths.at(row) ? tokens.ids().at(row * steps + step - 1) : 0;
        });
        Ids targets = Ids.of(shape, position -> {
            int row = position / (steps + 1);
            int step = position % (steps + 1);
            if (step == lengths.at(row)) {
                return end;
            }
            return step < lengths.at(row) ? tokens.ids().at(row * steps + step) : 0;
        });
        List<Lengths> longer = List.of(Lengths.of(
                Arrays.stream(lengths.toArray()).map(length -> length + 1).toArray()));
        return new TargetTokens(new IdSequence(inputs, longer), new IdSequence(targets, longer));
    }
}
