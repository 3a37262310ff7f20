package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a step as they are written down. What is computed twice from the same is written once. */
public final class Equations {
    private final List<Value> values = new ArrayList<>();
    private final Map<Origin, Value> known = new HashMap<>();
    private final int first;

    /** Equations on their own. */
    public Equations() {
        this(0);
    }

    /** Equations whose values are numbered from {@code first} on. */
    Equations(int first) {
        this.first = first;
    }

    /** A value that no operation makes, of this shape; the same for the same origin. */
    public Value leaf(Origin origin, Shape shape) {
        return known.computeIfAbsent(origin, key -> add(key, shape));
    }

    /** The number of the value that comes next. */
    int next() {
        return first + values.size();
    }

    /**
     * The output of an operation.
     *
     * @throws NotPlannable if the operation does not compute every row on its own
     */
    public Value apply(Operation operation, List<Value> operands) {
        Shape[] shapes = operands.stream().map(Value::shape).toArray(Shape[]::new);
        Shape shape = operation.infer(shapes);
        RowWise.check(operation, operands, shape);
        return leaf(new Origin.Computed(operation, List.copyOf(operands)), shape);
    }

    Value apply(Operation operation, Value... operands) {
        return apply(operation, List.of(operands));
    }

    /** The same numbers once more, in a place of their own. */
    Value copy(Value value) {
        return add(new Origin.Computed(new Affine(1, 0), List.of(value)), value.shape());
    }

    private Value add(Origin origin, Shape shape) {
        Value value = new Value(next(), origin, shape);
        values.add(value);
        return value;
    }
}
