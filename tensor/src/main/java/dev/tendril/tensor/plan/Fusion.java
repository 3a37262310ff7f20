package dev.tendril.tensor.plan;

import static dev.tendril.tensor.kernel.Binary.PLUS;
import static dev.tendril.tensor.kernel.Binary.SIGMOID_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.TANH_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.TIMES;

import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Quaternary;
import dev.tendril.tensor.kernel.Ternary;
import dev.tendril.tensor.kernel.Unary;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.MapEach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elementwise operations are computed together with the only one that reads them. What reads comes before what is read, and
 * what takes in most is tried first.
 */
final class Fusion {
    private final Schedule schedule;
    private final Set<Value> absorbed = new HashSet<>();
    private final Map<Value, Fused> fused = new HashMap<>();

    Fusion(Schedule schedule) {
        this.schedule = schedule;
        List<Value> order = schedule.inOrder();
        for (int i = order.size() - 1; i >= 0; i--) {
            Value value = order.get(i);
            if (value.origin() instanceof Origin.OverSteps sum) {
                if (function(sum.value()) == TIMES && isOnlyRead(sum.value())) {
                    absorbed.add(sum.value());
                }
            } else if (!absorbed.contains(value)) {
                fuse(value);
            }
        }
    }

    /**
     * An operation that is several in one.
     *
     * @param function {@link Binary}, {@link Ternary} or {@link Quaternary}
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

    /** What becomes one operation, and the values that it absorbs. */
    private record Match(Enum<?> function, List<Value> operands, List<Value> inner) {}

    private void fuse(Value value) {
        Binary function = function(value);
        Match match = null;
        if (function == PLUS) {
            match = sum(value);
        } else if (function == SIGMOID_GRADIENT) {
            match = differenceGradient(value);
            match = match == null ? productGradient(value, Ternary.PRODUCT_SIGMOID_GRADIENT) : match;
        } else if (function == TANH_GRADIENT) {
            match = productGradient(value, Ternary.PRODUCT_TANH_GRADIENT);
        } else if (value.ofRows()
                && value.isA(MapEach.class)
                && value.operation().equals(new MapEach(Unary.TANH))) {
            Value added = taken(PLUS, value.operands().get(0), value);
            match = added == null ? null : new Match(Binary.TANH_OF_SUM, added.operands(), List.of(added));
        }
        if (match != null) {
            absorbed.addAll(match.inner);
            fused.put(value, new Fused(match.function, match.operands));
        }
    }

    // ---- sums ----

    private @Nullable Match sum(Value value) {
        Value first = value.operands().get(0);
        Value second = value.operands().get(1);
        Match gradient = addedGradient(value, first, second);
        gradient = gradient == null ? addedGradient(value, second, first) : gradient;
        if (gradient != null) {
            return gradient;
        }
        Value left = taken(TIMES, first, value);
        Value right = taken(TIMES, second, value);
        if (left != null && right != null) {
            return sumOfProducts(left, right);
        }
        if (left != null) {
            return new Match(Ternary.MULTIPLY_ADD, joined(left.operands(), second), List.of(left));
        }
        return right == null ? null : new Match(Ternary.MULTIPLY_ADD, joined(right.operands(), first), List.of(right));
    }

    /** x + a b (1 − y²). */
    private @Nullable Match addedGradient(Value value, Value gradient, Value other) {
        Value tanh = taken(TANH_GRADIENT, gradient, value);
        Value product = tanh == null ? null : taken(TIMES, tanh.operands().get(0), tanh);
        if (tanh == null || product == null) {
            return null;
        }
        List<Value> operands = new ArrayList<>(List.of(other));
        operands.addAll(joined(product.operands(), tanh.operands().get(1)));
        return new Match(Quaternary.ADD_PRODUCT_TANH_GRADIENT, operands, List.of(tanh, product));
    }

    private Match sumOfProducts(Value left, Value right) {
        Match mix = mix(left, right);
        mix = mix == null ? mix(right, left) : mix;
        if (mix != null) {
            return mix;
        }
        List<Value> operands = new ArrayList<>(left.operands());
        operands.addAll(right.operands());
        return new Match(Quaternary.SUM_OF_PRODUCTS, operands, List.of(left, right));
    }

    /** (1 − a) c + a b. */
    private @Nullable Match mix(Value old, Value fresh) {
        for (Value rest : old.operands()) {
            Value share = affine(-1, 1, rest, old);
            if (share != null && fresh.operands().contains(share)) {
                List<Value> operands = List.of(share, other(fresh, share), other(old, rest));
                return new Match(Ternary.MIX, operands, List.of(old, fresh, rest));
            }
        }
        return null;
    }

    // ---- gradients ----

    private @Nullable Match productGradient(Value value, Ternary function) {
        Value product = taken(TIMES, value.operands().get(0), value);
        return product == null
                ? null
                : new Match(
                        function, joined(product.operands(), value.operands().get(1)), List.of(product));
    }

    /** (g a − g b) y (1 − y). */
    private @Nullable Match differenceGradient(Value value) {
        Value sum = taken(PLUS, value.operands().get(0), value);
        if (sum == null) {
            return null;
        }
        Value first = sum.operands().get(0);
        Value second = sum.operands().get(1);
        Match match = difference(value, sum, first, second);
        return match == null ? difference(value, sum, second, first) : match;
    }

    private @Nullable Match difference(Value value, Value sum, Value plus, Value minus) {
        Value added = taken(TIMES, plus, sum);
        Value negated = affine(-1, 0, minus, sum);
        Value subtracted = negated == null ? null : taken(TIMES, negated, minus);
        if (added == null || subtracted == null) {
            return null;
        }
        for (Value gradient : added.operands()) {
            if (subtracted.operands().contains(gradient)) {
                List<Value> operands = List.of(
                        gradient,
                        other(added, gradient),
                        other(subtracted, gradient),
                        value.operands().get(1));
                return new Match(
                        Quaternary.DIFFERENCE_SIGMOID_GRADIENT, operands, List.of(sum, added, minus, subtracted));
            }
        }
        return null;
    }

    // ---- what can be absorbed ----

    /** An operand that is made by a function, for this reader alone and when it runs; null if it is not. */
    private @Nullable Value taken(Binary function, Value operand, Value reader) {
        return function(operand) == function && isPart(operand, reader) ? operand : null;
    }

    /** What an operand is made of, if it is scale · x + shift for this reader alone; null if it is not. */
    private @Nullable Value affine(double scale, double shift, Value operand, Value reader) {
        boolean matches = operand.ofRows()
                && operand.isA(Affine.class)
                && operand.operation().equals(new Affine(scale, shift))
                && isPart(operand, reader);
        return matches ? operand.operands().get(0) : null;
    }

    private boolean isPart(Value operand, Value reader) {
        return operand.shape().equals(reader.shape())
                && isOnlyRead(operand)
                && schedule.phase(operand) == schedule.phase(reader)
                && schedule.level(operand) == schedule.level(reader);
    }

    private boolean isOnlyRead(Value operand) {
        return schedule.readers(operand).size() == 1 && !schedule.isResult(operand);
    }

    private static @Nullable Binary function(Value value) {
        return value.ofRows() && value.isA(Combine.class) && value.operation() instanceof Combine combine
                ? combine.function()
                : null;
    }

    private static Value other(Value product, Value factor) {
        List<Value> factors = product.operands();
        return factors.get(0).equals(factor) ? factors.get(1) : factors.get(0);
    }

    private static List<Value> joined(List<Value> factors, Value last) {
        return List.of(factors.get(0), factors.get(1), last);
    }
}
