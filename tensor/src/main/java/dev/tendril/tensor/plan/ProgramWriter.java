package dev.tendril.tensor.plan;

import static dev.tendril.tensor.kernel.Binary.GREATER;

import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Quaternary;
import dev.tendril.tensor.kernel.Ternary;
import dev.tendril.tensor.kernel.Unary;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.Concat;
import dev.tendril.tensor.operation.GreaterThanNumber;
import dev.tendril.tensor.operation.LayerNorm;
import dev.tendril.tensor.operation.LayerNormGainGradient;
import dev.tendril.tensor.operation.LayerNormGradient;
import dev.tendril.tensor.operation.LogSoftmax;
import dev.tendril.tensor.operation.LogSoftmaxGradient;
import dev.tendril.tensor.operation.MapEach;
import dev.tendril.tensor.operation.MaskedSoftmax;
import dev.tendril.tensor.operation.MatMul;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.PadSlice;
import dev.tendril.tensor.operation.Select;
import dev.tendril.tensor.operation.SelectElse;
import dev.tendril.tensor.operation.Softmax;
import dev.tendril.tensor.operation.SoftmaxGradient;
import dev.tendril.tensor.operation.Sum;
import dev.tendril.tensor.operation.SumTo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Writes the operations of a program down as row operations. */
final class ProgramWriter {
    private final Function<Value, Access> access;
    private final DoubleFunction<Access> number;
    private final Fusion fusion;
    private final List<RowStep> steps = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /**
     * A program to be written.
     *
     * @param access where a value is
     * @param number where a number is
     */
    ProgramWriter(Function<Value, Access> access, DoubleFunction<Access> number, Fusion fusion) {
        this.access = access;
        this.number = number;
        this.fusion = fusion;
    }

    List<RowStep> steps() {
        return steps;
    }

    /** What was written, for people. */
    List<String> names() {
        return names;
    }

    /** Writes what computes a value. */
    void compute(Value value) {
        Fusion.Fused fused = fusion.of(value);
        names.add(
                fused == null
                        ? RowProgram.name(value)
                        : RowProgram.lower(fused.function().name()));
        if (fused != null) {
            elementwise(call(fused.function()), value, fused.operands());
        } else if (value.operation() instanceof Select || value.operation() instanceof Combine) {
            elementwise(call(value.operation()), value, value.operands());
        } else if (RowWise.ELEMENTWISE.contains(value.operation().getClass())) {
            elementwise(value);
        } else {
            alongAxes(value);
        }
    }

    /** Writes that a value is added to what has been summed over the steps. */
    void accumulate(Value sum, Value value) {
        Access total = access.apply(sum);
        names.add("sum over the steps");
        if (fusion.isAbsorbed(value)) {
            List<Access> operands = reach(value.operands());
            operands.add(total);
            steps.add(new ElementwiseStep(
                    operands, (kernels, o, rows, columns) -> kernels.addProduct(o[0], o[1], o[2], rows, columns)));
        } else {
            steps.add(new ElementwiseStep(
                    List.of(access.apply(value), total),
                    (kernels, o, rows, columns) -> kernels.add(o[0], o[1], rows, columns)));
        }
    }

    /** Writes what a sum of products starts from. */
    void start(Access from, Access to) {
        names.add("start of a sum");
        copy(from, to);
    }

    private void copy(Access from, Access to) {
        steps.add(new ElementwiseStep(
                List.of(from, to), (kernels, o, rows, columns) -> kernels.affine(1, 0, o[0], o[1], rows, columns)));
    }

    // ---- element by element ----

    private List<Access> reach(List<Value> values) {
        List<Access> reached = new ArrayList<>();
        values.forEach(value -> reached.add(access.apply(value)));
        return reached;
    }

    private void elementwise(ElementwiseStep.Call call, Value result, List<Value> operands) {
        List<Access> all = reach(operands);
        all.add(access.apply(result));
        steps.add(new ElementwiseStep(all, call));
    }

    private void elementwise(Value value) {
        Operation operation = value.operation();
        Access x = access.apply(value.operands().get(0));
        Access y = access.apply(value);
        if (operation instanceof MapEach map) {
            Unary function = map.function();
            steps.add(new ElementwiseStep(
                    List.of(x, y), (kernels, o, rows, columns) -> kernels.unary(function, o[0], o[1], rows, columns)));
        } else if (operation instanceof Affine affine) {
            steps.add(new ElementwiseStep(
                    List.of(x, y),
                    (kernels, o, rows, columns) ->
                            kernels.affine(affine.scale(), affine.shift(), o[0], o[1], rows, columns)));
        } else if (operation instanceof GreaterThanNumber greater) {
            steps.add(new ElementwiseStep(
                    List.of(x, number.apply(greater.number()), y),
                    (kernels, o, rows, columns) -> kernels.binary(GREATER, o[0], o[1], o[2], rows, columns)));
        } else if (operation instanceof SelectElse select) {
            Access whenTrue = access.apply(value.operands().get(1));
            steps.add(
                    new ElementwiseStep(List.of(x, whenTrue, number.apply(select.whenFalse()), y), call(new Select())));
        } else {
            throw new NotPlannable("the planner does not know " + operation);
        }
    }

    private static ElementwiseStep.Call call(Operation operation) {
        if (operation instanceof Combine combine) {
            Binary function = combine.function();
            return (kernels, o, rows, columns) -> kernels.binary(function, o[0], o[1], o[2], rows, columns);
        }
        return (kernels, o, rows, columns) -> kernels.select(o[0], o[1], o[2], o[3], rows, columns);
    }

    private static ElementwiseStep.Call call(Enum<?> function) {
        if (function instanceof Binary binary) {
            return (kernels, o, rows, columns) -> kernels.binary(binary, o[0], o[1], o[2], rows, columns);
        }
        if (function instanceof Ternary ternary) {
            return (kernels, o, rows, columns) -> kernels.ternary(ternary, o[0], o[1], o[2], o[3], rows, columns);
        }
        Quaternary quaternary = (Quaternary) function;
        return (kernels, o, rows, columns) ->
                kernels.quaternary(quaternary, o[0], o[1], o[2], o[3], o[4], rows, columns);
    }

    // ---- along axes ----

    private void alongAxes(Value value) {
        Operation operation = value.operation();
        List<Access> all = reach(value.operands());
        Access y = access.apply(value);
        if (operation instanceof Concat concat) {
            concat(all, y, value.shape().axis(concat.axis()) - 1);
        } else if (operation instanceof PadSlice pad) {
            int axis = value.shape().axis(pad.axis()) - 1;
            copy(number.apply(0), y);
            copy(all.get(0), y.part(axis, pad.from(), all.get(0).sizes()[axis]));
        } else if (operation instanceof MatMul product) {
            Access left = product.transposeLeft() ? turned(all.get(0)) : all.get(0);
            Access right = product.transposeRight() ? turned(all.get(1)) : all.get(1);
            steps.add(new MatrixStep(left, right, y));
        } else if (operation instanceof Sum sum) {
            int axis = value.operands().get(0).shape().axis(sum.axis()) - 1;
            steps.add(new SumStep(all.get(0), summed(y, all.get(0), axis), y));
        } else if (operation instanceof SumTo) {
            steps.add(new SumStep(all.get(0), y.expanded(all.get(0).sizes()), y));
        } else {
            all.add(y);
            steps.add(new RowByRowStep(all, rowByRow(operation)));
        }
    }

    private void concat(List<Access> parts, Access whole, int axis) {
        int from = 0;
        for (Access part : parts) {
            int size = part.sizes()[axis];
            copy(part, whole.part(axis, from, size));
            from += size;
        }
    }

    private static Access turned(Access matrix) {
        int[] sizes = matrix.sizes().clone();
        int[] strides = matrix.strides().clone();
        int last = sizes.length - 1;
        sizes[last] = matrix.sizes()[last - 1];
        sizes[last - 1] = matrix.sizes()[last];
        strides[last] = matrix.strides()[last - 1];
        strides[last - 1] = matrix.strides()[last];
        return matrix.through(sizes, strides);
    }

    /** Sums with the axis that is summed over put back. */
    private static Access summed(Access sums, Access from, int axis) {
        int[] strides = new int[from.sizes().length];
        for (int i = 0; i < strides.length; i++) {
            strides[i] = i == axis ? 0 : sums.strides()[i < axis ? i : i - 1];
        }
        return sums.through(from.sizes(), strides);
    }

    private static RowByRowStep.Call rowByRow(Operation operation) {
        if (operation instanceof Softmax) {
            return (kernels, o, rows, columns) -> kernels.softmax(o[0], o[1], rows, columns);
        }
        if (operation instanceof LogSoftmax) {
            return (kernels, o, rows, columns) -> kernels.logSoftmax(o[0], o[1], rows, columns);
        }
        if (operation instanceof SoftmaxGradient gradient) {
            return (kernels, o, rows, columns) ->
                    kernels.softmaxGradient(gradient.scale(), o[0], o[1], o[2], rows, columns);
        }
        if (operation instanceof LogSoftmaxGradient) {
            return (kernels, o, rows, columns) -> kernels.logSoftmaxGradient(o[0], o[1], o[2], rows, columns);
        }
        if (operation instanceof MaskedSoftmax softmax && !softmax.causal()) {
            return (kernels, o, rows, columns) ->
                    kernels.maskedSoftmax(softmax.scale(), o[0], o[1], o[2], rows, columns);
        }
        if (operation instanceof LayerNorm norm) {
            return (kernels, o, rows, columns) ->
                    kernels.layerNorm(o[0], o[1], o[2], norm.epsilon(), o[3], rows, columns);
        }
        if (operation instanceof LayerNormGradient norm) {
            return (kernels, o, rows, columns) ->
                    kernels.layerNormGradient(o[0], o[1], o[2], norm.epsilon(), o[3], rows, columns);
        }
        if (operation instanceof LayerNormGainGradient norm) {
            return (kernels, o, rows, columns) ->
                    kernels.layerNormGainGradient(o[0], o[1], norm.epsilon(), o[2], rows, columns);
        }
        throw new NotPlannable("the planner does not know " + operation);
    }
}
