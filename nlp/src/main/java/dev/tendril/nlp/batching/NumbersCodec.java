package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers: one vector an example, [B, D], or one a step, [B, T, D]. They may stand in the data as numbers of any shape, as a list, or
 * written in a text with white space between them.
 *
 * @param layout how they stand in an example
 * @param features D, numbers of a vector as the model sees it
 * @param transform between the numbers of the data and those of the model
 */
public record NumbersCodec(Layout layout, int features, Transform transform) implements FieldCodec {
    /**
     * How numbers stand in an example.
     *
     * @param size numbers of a vector in the data
     * @param levels 1 for a vector a step, 0 for one an example
     * @param cut steps that are left out
     */
    public record Layout(int size, int levels, Cut cut) {

        /** The numbers of an example: {@code [D]}, or {@code [T, D]}. */
        public Raw.Numbers read(Raw raw, String where) {
            double[] numbers = RawValues.numbers(raw, where);
            if (levels == 0) {
                requireSize(numbers.length, where);
                return new Raw.Numbers(Shape.of(size), numbers);
            }
            if (raw instanceof Raw.Numbers given && given.shape().rank() == 2) {
                requireSize(given.shape().size(1), where);
            }
            if (numbers.length % size != 0) {
                throw new DataException(
                        where,
                        "holds " + numbers.length + " numbers, which make no whole number of steps of size " + size);
            }
            double[] kept = cut.of(numbers, size);
            return new Raw.Numbers(Shape.of(kept.length / size, size), kept);
        }

        private void requireSize(int found, String where) {
            if (found != size) {
                throw new DataException(
                        where,
                        "holds vectors of size " + found + " where the field wants " + size + "; set the field's size");
            }
        }
    }

    /** Numbers that the model sees as the data has them. */
    public static NumbersCodec untransformed(Layout layout) {
        return new NumbersCodec(layout, layout.size(), new Transform() {
            @Override
            public Raw.Numbers apply(Raw.Numbers numbers) {
                return numbers;
            }

            @Override
            public Raw.Numbers invert(Raw.Numbers numbers) {
                return numbers;
            }
        });
    }

    @Override
    public Coded coded() {
        return Coded.NUMBERS;
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return Optional.empty();
    }

    @Override
    public int levels() {
        return layout.levels();
    }

    @Override
    public Row.Numbers encode(Raw raw, String where) {
        double[] numbers = transform.apply(layout.read(raw, where)).values();
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return new Row.Numbers(levels() == 0 ? 1 : numbers.length / features, rounded);
    }

    @Override
    public Sequence collate(List<Row> rows, Engine engine) {
        return levels() == 0
                ? NumberRows.vectors(rows, features, engine)
                : NumberRows.sequences(rows, features, engine);
    }

    /** The numbers as they stand in the data. */
    @Override
    public Reference.Numbers reference(Raw raw, String where) {
        return new Reference.Numbers(list(layout.read(raw, where).values()));
    }

    /** The reference with what the data give to judge it by. */
    Reference.Numbers judged(Reference.Numbers reference, Source source, Example example) {
        return new Reference.Numbers(
                reference.values(), beside(source.naive(), example), beside(source.scale(), example));
    }

    private List<Double> beside(Optional<String> key, Example example) {
        return key.map(each -> list(layout.read(Source.value(example, each), example.origin())
                        .values()))
                .orElseGet(List::of);
    }

    /**
     * Numbers of the model in the units of the data.
     *
     * @param numbers one vector, or one a step
     */
    public List<Double> inverted(double... numbers) {
        Shape shape = levels() == 0 ? Shape.of(features) : Shape.of(numbers.length / features, features);
        return list(transform.invert(new Raw.Numbers(shape, numbers)).values());
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
