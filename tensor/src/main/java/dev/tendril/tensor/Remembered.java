package dev.tendril.tensor;

import dev.tendril.tensor.operation.Array;
import java.util.function.Function;

/** A tensor of an optimiser's state: memory of its own that updates write in place. Belongs to no pass. */
final class Remembered extends EngineTensor {
    private final Array array;

    /** Memory that nobody else writes. */
    Remembered(TendrilEngine engine, Array array) {
        super(engine, null, array.shape());
        this.array = array;
    }

    Array array() {
        return array;
    }

    @Override
    Array numbers(EagerPass pass) {
        return array;
    }

    @Override
    <R> R read(Function<Array, R> reader) {
        return reader.apply(array);
    }

    @Override
    public String toString() {
        return "optimiser state " + shape();
    }
}
