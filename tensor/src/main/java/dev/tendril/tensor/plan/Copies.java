package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.MatMul;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Sum;
import dev.tendril.tensor.operation.SumTo;
import java.util.List;

/** Copies what operations could not read as it lies. */
final class Copies {
    private final Equations equations;
    private final boolean backwards;

    /**
     * Copies where it is needed.
     *
     * @param backwards whether what is carried lives for two steps only, so that what is read after the loop has to be copied
     */
    Copies(Equations equations, boolean backwards) {
        this.equations = equations;
        this.backwards = backwards;
    }

    /**
     * The operands of an operation so that it can read them.
     *
     * @param shape of its output
     */
    List<Value> readable(Operation operation, List<Value> operands, Shape shape) {
        Class<? extends Operation> kind = operation.getClass();
        boolean total = shape.rank() == 0 || shape.size(0) != Value.BATCH;
        if (RowWise.REDUCTIONS.contains(kind) && total) {
            return operands.stream().map(this::lasting).map(this::dense).toList();
        }
        if (kind == Sum.class || kind == SumTo.class) {
            return List.of(summable(operands.get(0)));
        }
        if (RowWise.ALONG_LAST.contains(kind)) {
            return operands.stream().map(this::line).toList();
        }
        if (kind == MatMul.class) {
            return List.of(operands.get(0), matrix(operands.get(1)));
        }
        boolean apart = RowWise.VIEWS.contains(kind) && !View.possible(operation, operands.get(0), shape);
        return apart ? List.of(copied(operands.get(0))) : operands;
    }

    /** A value that is still there after the loop. */
    Value lasting(Value value) {
        boolean passing = backwards && View.of(value).base().origin() instanceof Origin.Carried;
        return passing ? copied(value) : value;
    }

    /** A value whose elements follow one another in every row. */
    Value dense(Value value) {
        return !value.ofRows() || View.of(value).isDense() ? value : copied(value);
    }

    /** A value whose elements follow one another along one of its last two axes. */
    Value matrix(Value value) {
        View view = View.of(value);
        return view.follows(1) || view.follows(2) ? value : copied(value);
    }

    /** A value whose elements follow one another along its last axis, or are one that is repeated. */
    Value summable(Value value) {
        int[] strides = View.of(value).strides();
        return strides[strides.length - 1] == 0 ? value : line(value);
    }

    /** A value whose elements follow one another along its last axis. */
    private Value line(Value value) {
        return View.of(value).follows(1) ? value : copied(value);
    }

    private Value copied(Value value) {
        return equations.apply(new Affine(1, 0), value);
    }
}
