package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Detach;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Slice;
import dev.tendril.tensor.operation.Transpose;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one row holds of a value (or all rows share), as elements of the value it is a view of.
 *
 * @param base the value whose numbers are stored
 * @param offset place of the first element in what a row holds of the base
 * @param sizes of the axes
 * @param strides elements from one index of an axis to the next; 0 where it is repeated
 */
record View(Value base, int offset, int[] sizes, int[] strides) {

    /** A value as it is seen through the operations that only change what is where. */
    static View of(Value value) {
        if (value.origin() instanceof Origin.Computed computed
                && RowWise.VIEWS.contains(computed.operation().getClass())) {
            View view = through(computed.operation(), computed.operands().get(0), value.shape());
            if (view == null) {
                throw new IllegalStateException("no view: " + computed);
            }
            return view;
        }
        return new View(value, 0, value.sizes(), dense(value.sizes()));
    }

    /** Whether the output of an operation can be a view of its operand. */
    static boolean possible(Operation operation, Value operand, Shape shape) {
        return through(operation, operand, shape) != null;
    }

    private static @Nullable View through(Operation operation, Value operand, Shape shape) {
        View view = of(operand);
        int rows = operand.ofRows() ? 1 : 0;
        int[] sizes = (shape.rank() > 0 && shape.size(0) == Value.BATCH ? shape.without(0) : shape).toArray();
        if (operation instanceof Slice slice) {
            int axis = operand.shape().axis(slice.axis()) - rows;
            return new View(view.base, view.offset + slice.from() * view.strides[axis], sizes, view.strides);
        }
        if (operation instanceof Transpose transpose) {
            int first = operand.shape().axis(transpose.first()) - rows;
            int second = operand.shape().axis(transpose.second()) - rows;
            int[] strides = view.strides.clone();
            strides[first] = view.strides[second];
            strides[second] = view.strides[first];
            return new View(view.base, view.offset, sizes, strides);
        }
        if (operation instanceof Expand) {
            return view.expanded(sizes);
        }
        if (operation instanceof Detach) {
            return view;
        }
        int[] strides = view.reshaped(sizes);
        return strides == null ? null : new View(view.base, view.offset, sizes, strides);
    }

    /** The view repeated along axes to have these sizes. */
    View expanded(int[] to) {
        int[] wider = new int[to.length];
        for (int back = 1; back <= Math.min(to.length, sizes.length); back++) {
            boolean repeated = sizes[sizes.length - back] == 1;
            wider[to.length - back] = repeated ? 0 : strides[sizes.length - back];
        }
        return new View(base, offset, to, wider);
    }

    /** The strides of the same elements under other sizes; null if there are none. */
    private int @Nullable [] reshaped(int[] to) {
        if (isDense()) {
            return dense(to);
        }
        int[] strides = new int[to.length];
        int axis = sizes.length - 1;
        for (int i = to.length - 1; i >= 0; i--) {
            if (to[i] == 1) {
                strides[i] = 1;
                continue;
            }
            while (axis >= 0 && sizes[axis] == 1) {
                axis--;
            }
            if (axis < 0 || sizes[axis] != to[i]) {
                return null;
            }
            strides[i] = this.strides[axis--];
        }
        return strides;
    }

    /** Whether the elements follow one another. */
    boolean isDense() {
        int step = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            if (sizes[axis] != 1 && strides[axis] != step) {
                return false;
            }
            step *= sizes[axis];
        }
        return true;
    }

    /** Whether elements follow one another along an axis, counted from the end: 1 is the last. */
    boolean follows(int back) {
        int axis = sizes.length - back;
        return sizes[axis] == 1 || strides[axis] == 1;
    }

    /** Number of elements. */
    int width() {
        int width = 1;
        for (int size : sizes) {
            width = Math.multiplyExact(width, size);
        }
        return width;
    }

    /** Whether it is all of the base, in order. */
    boolean isWhole() {
        return offset == 0 && isDense() && width() == base.width();
    }

    static int[] dense(int[] sizes) {
        int[] strides = new int[sizes.length];
        int step = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= sizes[axis];
        }
        return strides;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof View view
                && base == view.base
                && offset == view.offset
                && Arrays.equals(sizes, view.sizes)
                && Arrays.equals(strides, view.strides);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes) * 31 + offset + base.hashCode();
    }
}
