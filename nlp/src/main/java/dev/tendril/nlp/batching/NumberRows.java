package dev.tendril.nlp.batching;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Shape;
import java.util.List;

/** Puts rows of numbers together. */
final class NumberRows {
    private NumberRows() {}

    /** One vector a row, [B, D]. */
    static Sequence vectors(List<Row> rows, int features, Engine engine) {
        float[] numbers = new float[Math.multiplyExact(rows.size(), features)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(((Row.Numbers) rows.get(row)).numbers(), 0, numbers, row * features, features);
        }
        return Sequence.vector(engine.constant(Shape.of(rows.size(), features), numbers));
    }

    /** Vectors of each row, one behind the other, [B, T, D]; zeros behind the last. */
    static Sequence sequences(List<Row> rows, int features, Engine engine) {
        Lengths lengths = Lengths.of(rows.stream().mapToInt(Row::steps).toArray());
        int width = Math.multiplyExact(lengths.longest(), features);
        float[] numbers = new float[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            float[] own = ((Row.Numbers) rows.get(row)).numbers();
            System.arraycopy(own, 0, numbers, row * width, own.length);
        }
        return Sequence.of(engine.constant(Shape.of(rows.size(), lengths.longest(), features), numbers), lengths);
    }
}
