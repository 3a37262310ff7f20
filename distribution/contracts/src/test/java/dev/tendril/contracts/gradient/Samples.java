package dev.tendril.contracts.gradient;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The ragged batch that every component is tried on: of each time axis one row is full and one is empty. */
final class Samples {
    /** Rows of the batch. */
    static final int ROWS = 3;

    private Samples() {}

    /** Numbers of the examples behind the rows. */
    static long[] examples() {
        return new long[] {17, 4, 23};
    }

    /** The usual time axis: five steps. */
    static Lengths lengths() {
        return Lengths.of(5, 0, 3);
    }

    /** Real steps of every time axis of a type, outermost first. */
    static List<Lengths> lengths(EdgeType type) {
        List<Lengths> lengths = new ArrayList<>();
        for (String axis : type.axes()) {
            lengths.add(
                    switch (axis) {
                        case "source" -> lengths();
                        case "target" -> Lengths.of(2, 4, 0);
                        case "sentences" -> Lengths.of(2, 0, 1);
                        case "words" -> Lengths.of(3, 0, 2, 1, 1, 3);
                        default -> throw new IllegalArgumentException("no sample has the time axis " + axis);
                    });
        }
        return lengths;
    }

    /** The shape of a value: rows, time axes, features; a set has one feature for every possible id. */
    static Shape shape(EdgeType type) {
        Shape shape = Shape.of(ROWS);
        for (Lengths lengths : lengths(type)) {
            shape = shape.append(lengths.longest());
        }
        if (type.element() instanceof Element.Real real) {
            for (Size size : real.sizes()) {
                shape = shape.append(size.intValue());
            }
        } else if (type.element() instanceof Element.IdSet set) {
            shape = shape.append(set.vocabulary().intValue());
        }
        return shape;
    }

    /** A value of a type that is not differentiated by: ids, sets of ids or numbers; the padding of the latter two holds numbers too. */
    static Value fixed(EdgeType type, Pass pass) {
        if (type.element() instanceof Element.Id) {
            return ids(type);
        }
        Shape shape = shape(type);
        Random random = new Random(43);
        DoubleStream numbers = type.element() instanceof Element.IdSet
                ? random.ints(shape.elements(), 0, 2).asDoubleStream()
                : random.doubles(shape.elements(), -1, 1);
        return new Sequence(pass.tensor(shape, numbers.toArray()), lengths(type));
    }

    /** Ids of a type; the padding holds 0. */
    private static IdSequence ids(EdgeType type) {
        Shape shape = shape(type);
        int[] ids = new Random(41)
                .ints(shape.elements(), 0, type.vocabulary().intValue())
                .toArray();
        List<Lengths> lengths = lengths(type);
        if (!lengths.isEmpty()) {
            int steps = shape.size(-1);
            Lengths innermost = lengths.get(lengths.size() - 1);
            for (int i = 0; i < ids.length; i++) {
                ids[i] = i % steps < innermost.at(i / steps) ? ids[i] : 0;
            }
        }
        return new IdSequence(Ids.of(shape, ids), lengths);
    }

    /** A vocabulary of so many tokens, begin and end among them. */
    static Vocabulary vocabulary(int size) {
        List<String> tokens =
                IntStream.range(0, size).mapToObj(id -> "token" + id).toList();
        return new Vocabulary(
                new Vocabulary.Table(tokens, Optional.empty(), Optional.of(size - 2), Optional.of(size - 1)));
    }
}
