package dev.tendril.testkit;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The ragged batch that every component is tried on: of each time axis one row is full and one is empty. */
final class Samples {
    /** Rows of the batch. */
    static final int ROWS = 3;

    /** Name of the usual time axis, of five steps. */
    static final String SOURCE = "source";

    private static final Map<String, Lengths> AXES = Map.of(
            SOURCE,
            Lengths.of(5, 0, 3),
            "target",
            Lengths.of(2, 4, 0),
            "sentences",
            Lengths.of(2, 0, 1),
            "words",
            Lengths.of(3, 0, 2, 1, 1, 3));

    private Samples() {}

    /** Numbers of the examples behind the rows. */
    static long[] examples() {
        return new long[] {17, 4, 23};
    }

    /** The usual time axis. */
    static Lengths lengths() {
        return lengths(SOURCE);
    }

    /** Whether a time axis is one of the sample. */
    static boolean knows(String axis) {
        return AXES.containsKey(axis);
    }

    /** Real steps of a time axis. */
    static Lengths lengths(String axis) {
        Lengths lengths = AXES.get(axis);
        if (lengths == null) {
            throw new IllegalArgumentException("the sample has no time axis '" + axis
                    + "', only source, target, and sentences with words in them");
        }
        return lengths;
    }

    /** Real steps of every time axis of a type, outermost first. */
    static List<Lengths> lengths(EdgeType type) {
        return type.axes().stream().map(Samples::lengths).toList();
    }

    /** An input filled with random numbers; ids have 0 in the padding. */
    static Sample of(Input input, Random random) {
        List<Lengths> lengths = lengths(input.type());
        Shape shape = Shape.of(ROWS);
        for (Lengths axis : lengths) {
            shape = shape.append(axis.longest());
        }
        for (int size : input.features().toArray()) {
            shape = shape.append(size);
        }
        double[] numbers = numbers(input.type().element(), Math.toIntExact(shape.elements()), random);
        Sample sample = new Sample(input, new Numbers(shape, numbers), lengths);
        return input.type().element() instanceof Element.Id ? sample.zeroPadded() : sample;
    }

    private static double[] numbers(Element element, int count, Random random) {
        if (element instanceof Element.Id id) {
            return random.ints(count, 0, id.vocabulary().intValue())
                    .asDoubleStream()
                    .toArray();
        }
        if (element instanceof Element.IdSet) {
            return random.ints(count, 0, 2).asDoubleStream().toArray();
        }
        return gaussian(count, random, 1);
    }

    static double[] gaussian(long count, Random random, double deviation) {
        double[] values = new double[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    /** A vocabulary of so many tokens, begin and end among them. */
    static Vocabulary vocabulary(int size) {
        List<String> tokens =
                IntStream.range(0, size).mapToObj(id -> "token" + id).toList();
        return new Vocabulary(
                new Vocabulary.Table(tokens, Optional.empty(), Optional.of(size - 2), Optional.of(size - 1)));
    }
}
