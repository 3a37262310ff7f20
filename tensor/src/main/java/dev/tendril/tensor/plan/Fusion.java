package dev.tendril.tensor.plan;

import static dev.tendril.tensor.kernel.Binary.PLUS;
import static dev.tendril.tensor.kernel.Binary.SIGMOID_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.TANH_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.TIMES;

import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Quaternary;
import dev.tendril.tensor.kernel.Ternary;
import dev.tendril.tensor.operation.Combine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which elementwise products are computed together with the only operation that reads them. */
final class Fusion {
    private final Schedule schedule;
    private final Set<Value> absorbed = new HashSet<>();
    private final Map<Value, Fused> fused = new HashMap<>();

    Fusion(Schedule schedule) {
        this.schedule = schedule;
        for (Value value : schedule.inOrder()) {
            if (value.origin() instanceof Origin.OverSteps sum) {
                absorbed(sum.value(), value, false);
            } else {
                Binary function = function(value);
                if (function != null) {
                    fuse(value, function);
                }
            }
        }
    }

    /**
     * An operation that takes more than two operands.
     *
     * @param function {@link Ternary} or {@link Quaternary}
     * @param operands of it
     */
    record Fused(Enum<?> function, List<Value> operands) {}

    /** Whether a value is computed only as a part of another. */
    boolean isAbsorbed(Value value) {
        return absorbed.contains(value);
    }

    /** How a value is computed together with others; null if it is not. */
    @Nullable
    Fused of(Value value) {
        return fused.get(value);
    }

    private void fuse(Value value, Binary function) {
        Value first = value.operands().get(0);
        Value second = value.operands().get(1);
        if (function == PLUS) {
            List<Value> left = absorbed(first, value, true);
            List<Value> right = absorbed(second, value, true);
            if (left != null && right != null) {
                fused.put(
                        value,
                        new Fused(
                                Quaternary.SUM_OF_PRODUCTS,
                                List.of(left.get(0), left.get(1), right.get(0), right.get(1))));
            } else if (left != null) {
                fused.put(value, new Fused(Ternary.MULTIPLY_ADD, List.of(left.get(0), left.get(1), second)));
            } else if (right != null) {
                fused.put(value, new Fused(Ternary.MULTIPLY_ADD, List.of(right.get(0), right.get(1), first)));
            }
        } else if (function == SIGMOID_GRADIENT || function == TANH_GRADIENT) {
            List<Value> product = absorbed(first, value, true);
            if (product != null) {
                Ternary together =
                        function == SIGMOID_GRADIENT ? Ternary.PRODUCT_SIGMOID_GRADIENT : Ternary.PRODUCT_TANH_GRADIENT;
                fused.put(value, new Fused(together, List.of(product.get(0), product.get(1), second)));
            }
        }
    }

    /** The factors of an operand that is absorbed; null if it is not. */
    private @Nullable List<Value> absorbed(Value operand, Value reader, boolean sameLevel) {
        boolean product = function(operand) == TIMES
                && operand.shape().equals(sameLevel ? reader.shape() : operand.shape())
                && schedule.readers(operand).size() == 1
                && !schedule.isResult(operand)
                && (!sameLevel || isTogether(operand, reader));
        if (!product) {
            return null;
        }
        absorbed.add(operand);
        return operand.operands();
    }

    private boolean isTogether(Value one, Value other) {
        return schedule.phase(one) == schedule.phase(other) && schedule.level(one) == schedule.level(other);
    }

    private static @Nullable Binary function(Value value) {
        return value.ofRows() && value.isA(Combine.class) && value.operation() instanceof Combine combine
                ? combine.function()
                : null;
    }
}
