package dev.tendril.layers.head;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.layer.Windowed.Window;
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
        return of(tokens, begin, end, new Window(0, steps(tokens)));
    }

    /** Steps of the longest row, the one that says {@code end} included. */
    static int steps(IdSequence tokens) {
        return tokens.shape().size(1) + 1;
    }

    /** The same, of some steps. */
    static TargetTokens of(IdSequence tokens, int begin, int end, Window window) {
        Lengths lengths = tokens.lengths().get(0);
        int width = tokens.shape().size(1);
        int steps = window.to() - window.from();
        Shape shape = Shape.of(lengths.rows(), steps);
        Ids inputs = Ids.of(shape, position -> {
            int row = position / steps;
            int step = window.from() + position % steps;
            if (step == 0) {
                return begin;
            }
            return step <= lengths.at(row) ? tokens.ids().at(row * width + step - 1) : 0;
        });
        Ids targets = Ids.of(shape, position -> {
            int row = position / steps;
            int step = window.from() + position % steps;
            if (step == lengths.at(row)) {
                return end;
            }
            return step < lengths.at(row) ? tokens.ids().at(row * width + step) : 0;
        });
        List<Lengths> inWindow = List.of(Lengths.of(Arrays.stream(lengths.toArray())
                .map(length -> window.of(length + 1))
                .toArray()));
        return new TargetTokens(new IdSequence(inputs, inWindow), new IdSequence(targets, inWindow));
    }
}
