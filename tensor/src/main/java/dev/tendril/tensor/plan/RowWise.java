package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.Concat;
import dev.tendril.tensor.operation.Contract;
import dev.tendril.tensor.operation.Detach;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.operation.Flatten;
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
import dev.tendril.tensor.operation.Project;
import dev.tendril.tensor.operation.Reshape;
import dev.tendril.tensor.operation.Select;
import dev.tendril.tensor.operation.SelectElse;
import dev.tendril.tensor.operation.Slice;
import dev.tendril.tensor.operation.Softmax;
import dev.tendril.tensor.operation.SoftmaxGradient;
import dev.tendril.tensor.operation.Squeeze;
import dev.tendril.tensor.operation.Sum;
import dev.tendril.tensor.operation.SumTo;
import dev.tendril.tensor.operation.Transpose;
import dev.tendril.tensor.operation.Unsqueeze;
import java.util.List;
import java.util.Set;

/** Which operations compute every row on its own. */
final class RowWise {
    /** They change what is where, not what it is. */
    static final Set<Class<? extends Operation>> VIEWS = Set.of(
            Detach.class,
            Expand.class,
            Flatten.class,
            Reshape.class,
            Slice.class,
            Squeeze.class,
            Transpose.class,
            Unsqueeze.class);

    /** They compute element by element. */
    static final Set<Class<? extends Operation>> ELEMENTWISE =
            Set.of(Affine.class, Combine.class, GreaterThanNumber.class, MapEach.class, Select.class, SelectElse.class);

    /** They may add up over all rows. */
    static final Set<Class<? extends Operation>> REDUCTIONS = Set.of(Contract.class, SumTo.class);

    /** They compute along the last axis. */
    static final Set<Class<? extends Operation>> ALONG_LAST = Set.of(
            LayerNorm.class,
            LayerNormGainGradient.class,
            LayerNormGradient.class,
            LogSoftmax.class,
            LogSoftmaxGradient.class,
            MaskedSoftmax.class,
            Softmax.class,
            SoftmaxGradient.class);

    private static final Set<Class<? extends Operation>> OTHERS =
            Set.of(Concat.class, MatMul.class, PadSlice.class, Project.class, Sum.class);

    private static final List<Set<Class<? extends Operation>>> ALL =
            List.of(VIEWS, ELEMENTWISE, REDUCTIONS, ALONG_LAST, OTHERS);

    private RowWise() {}

    /**
     * Checks an operation.
     *
     * @param shape of its output
     * @throws NotPlannable if it does not compute every row on its own, and is none of those that add up over all rows
     */
    static void check(Operation operation, List<Value> operands, Shape shape) {
        Class<? extends Operation> kind = operation.getClass();
        boolean reduction = REDUCTIONS.contains(kind);
        if (ALL.stream().noneMatch(kinds -> kinds.contains(kind))) {
            throw new NotPlannable("the planner does not know " + operation);
        }
        boolean rows = operands.stream().anyMatch(Value::ofRows);
        boolean mixed = ALONG_LAST.contains(kind) && shape.rank() < 2;
        for (int axis = 1; axis < shape.rank(); axis++) {
            mixed |= shape.size(axis) == Value.BATCH;
        }
        boolean lost = shape.rank() == 0 || shape.size(0) != Value.BATCH;
        if (rows && (mixed || (lost && !reduction))) {
            throw new NotPlannable(operation + " mixes the rows of the batch");
        }
    }
}
