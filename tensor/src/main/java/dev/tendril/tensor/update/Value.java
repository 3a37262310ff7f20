package dev.tendril.tensor.update;

import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Quaternary;
import dev.tendril.tensor.kernel.Ternary;
import dev.tendril.tensor.kernel.Unary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of an elementwise program: an array of the common length, or one number for all elements. Compared by identity. */
public sealed interface Value {
    /** Whether it is one number. */
    boolean number();

    /** f(x). */
    static Value map(Unary function, Value x) {
        return new Made(new Kernel.Map(function), List.of(x));
    }

    /** scale · x + shift; what is added to the root of a product goes with it. */
    static Value affine(double scale, double shift, Value x) {
        if (shift == 0) {
            return combine(Binary.TIMES, x, new Literal(scale));
        }
        Made root = made(new Kernel.Map(Unary.SQRT), x);
        Made under = root == null ? null : product(root.operand(0));
        return under != null && scale == 1
                ? new Made(
                        new Kernel.Three(Ternary.ROOT_PLUS),
                        List.of(under.operand(0), under.operand(1), new Literal(shift)))
                : new Made(new Kernel.Scale(scale, shift), List.of(x));
    }

    /** f(a, b); sums of products become multiply-adds, and products and quotients go with what they are added to. */
    static Value combine(Binary function, Value a, Value b) {
        Made made = new Made(new Kernel.Two(function), List.of(a, b));
        return made.number() ? made : fused(function, made, a, b);
    }

    /** mask ≠ 0 ? whenTrue : whenFalse. */
    static Value choose(Value mask, Value whenTrue, Value whenFalse) {
        return new Made(new Kernel.Choice(), List.of(mask, whenTrue, whenFalse));
    }

    private static Value fused(Binary function, Made made, Value a, Value b) {
        return switch (function) {
            case PLUS -> sum(made, a, b);
            case MINUS -> difference(made, a, b);
            default -> made;
        };
    }

    private static Value sum(Made made, Value a, Value b) {
        Made left = product(a);
        Made right = product(b);
        if (left != null && right != null) {
            return isSquare(left.operand(0)) ? sumOfProducts(right, left) : sumOfProducts(left, right);
        }
        if (left != null) {
            return multiplyAdd(left.operand(0), left.operand(1), b);
        }
        return right == null ? made : multiplyAdd(right.operand(0), right.operand(1), a);
    }

    private static Value difference(Made made, Value a, Value b) {
        Made scaled = product(b);
        if (scaled == null || !scaled.operand(1).number()) {
            Value quotient = minusQuotient(a, b, new Literal(1));
            return quotient == null ? made : quotient;
        }
        Value quotient = minusQuotient(a, scaled.operand(0), scaled.operand(1));
        return quotient == null ? multiplyAdd(scaled.operand(0), affine(-1, 0, scaled.operand(1)), a) : quotient;
    }

    /** a − b · scale, if b is a quotient of a product with a number and something else; null if it is not. */
    private static @Nullable Value minusQuotient(Value a, Value b, Value scale) {
        Made quotient = made(new Kernel.Two(Binary.DIVIDE), b);
        Made numerator = quotient == null ? null : product(quotient.operand(0));
        if (quotient == null || numerator == null || !numerator.operand(1).number()) {
            return null;
        }
        Value factor = combine(Binary.TIMES, numerator.operand(1), scale);
        return new Made(
                new Kernel.Four(Quaternary.MINUS_QUOTIENT),
                List.of(a, numerator.operand(0), factor, quotient.operand(1)));
    }

    private static Value sumOfProducts(Made left, Made right) {
        Value factor = right.operand(0);
        return isSquare(factor)
                ? new Made(
                        new Kernel.Four(Quaternary.SUM_WITH_SQUARE),
                        List.of(left.operand(0), left.operand(1), ((Made) factor).operand(0), right.operand(1)))
                : new Made(
                        new Kernel.Four(Quaternary.SUM_OF_PRODUCTS),
                        List.of(left.operand(0), left.operand(1), factor, right.operand(1)));
    }

    private static boolean isSquare(Value value) {
        Made product = made(new Kernel.Two(Binary.TIMES), value);
        return product != null && product.operand(0) == product.operand(1);
    }

    private static Value multiplyAdd(Value a, Value b, Value c) {
        return new Made(new Kernel.Three(Ternary.MULTIPLY_ADD), List.of(a, b, c));
    }

    /** The value as a product of arrays, or of an array and a number, which then comes second. */
    private static @Nullable Made product(Value value) {
        Made made = made(new Kernel.Two(Binary.TIMES), value);
        return made != null && made.operand(0).number()
                ? new Made(made.kernel, List.of(made.operand(1), made.operand(0)))
                : made;
    }

    /** The value as what a kernel makes of arrays; null if it is something else. */
    private static @Nullable Made made(Kernel kernel, Value value) {
        return !value.number() && value instanceof Made made && made.kernel.equals(kernel) ? made : null;
    }

    /** An array that is read and may be written in place. */
    final class Place implements Value {
        @Override
        public boolean number() {
            return false;
        }
    }

    /** A number that is given to each run. */
    final class Given implements Value {
        @Override
        public boolean number() {
            return true;
        }
    }

    /** A number that never changes. */
    final class Literal implements Value {
        private final double value;

        /** A number, rounded to the precision of the arrays. */
        public Literal(double value) {
            this.value = value;
        }

        double value() {
            return value;
        }

        @Override
        public boolean number() {
            return true;
        }
    }

    /** What a kernel makes of other values. */
    final class Made implements Value {
        private final Kernel kernel;
        private final List<Value> operands;
        private final boolean number;

        Made(Kernel kernel, List<Value> operands) {
            this(kernel, operands, operands.stream().allMatch(Value::number));
        }

        private Made(Kernel kernel, List<Value> operands, boolean number) {
            this.kernel = kernel;
            this.operands = operands;
            this.number = number;
        }

        /** The same elements in another place; a number becomes an array. */
        static Made copy(Value value) {
            return new Made(new Kernel.Two(Binary.TIMES), List.of(value, new Literal(1)), false);
        }

        Kernel kernel() {
            return kernel;
        }

        List<Value> operands() {
            return operands;
        }

        Value operand(int index) {
            return operands.get(index);
        }

        @Override
        public boolean number() {
            return number;
        }
    }
}
