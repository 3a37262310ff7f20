package dev.tendril.training;

import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Value;
import dev.tendril.api.layer.Windowed.Window;
import java.util.Arrays;

/** Counts tokens: real steps of the innermost time axis. */
final class Tokens {
    private Tokens() {}

    /** Tokens of all fields together; a field without a time axis has none. */
    static long of(Batch batch) {
        return batch.fields().values().stream().mapToLong(Tokens::of).sum();
    }

    /** Tokens of the fields with one time axis that lie in a window. */
    static long of(Batch batch, Window window) {
        return batch.fields().values().stream()
                .filter(value -> value.levels() == 1)
                .flatMapToInt(value -> Arrays.stream(value.lengths().get(0).toArray()))
                .mapToLong(window::of)
                .sum();
    }

    private static long of(Value value) {
        return switch (value.levels()) {
            case 0 -> 0;
            case 1 -> value.lengths().get(0).total();
            default -> nested(value);
        };
    }

    /** Words of the real sentences; what stands behind a row's last sentence is padding. */
    private static long nested(Value value) {
        Lengths sentences = value.lengths().get(0);
        Lengths words = value.lengths().get(1);
        int width = value.shape().size(1);
        long sum = 0;
        for (int row = 0; row < sentences.rows(); row++) {
            for (int sentence = 0; sentence < sentences.at(row); sentence++) {
                sum += words.at(row * width + sentence);
            }
        }
        return sum;
    }
}
