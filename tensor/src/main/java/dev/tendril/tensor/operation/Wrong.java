package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What operations say when their operands do not fit. */
final class Wrong {
    private Wrong() {}

    static IllegalArgumentException operands(String operation, String want, Shape... operands) {
        String got = Arrays.stream(operands).map(Shape::toString).collect(Collectors.joining(" and "));
        return new IllegalArgumentException(operation + " wants " + want + ", got " + got);
    }
}
