package dev.tendril.tensor;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.plan.Equations;
import dev.tendril.tensor.plan.NotPlannable;
import dev.tendril.tensor.plan.Origin;
import dev.tendril.tensor.plan.Step;
import dev.tendril.tensor.plan.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the trace of a step into equations for the planner. The input is given per step, as number 0; then come the random numbers, in
 * the order in which they are drawn.
 */
final class StepImport {
    private final Trace<?> trace;
    private final boolean training;
    private final Equations equations = new Equations();
    private final Map<Integer, Value> bySlot = new HashMap<>();
    private final IdentityHashMap<EngineTensor, Value> knowns = new IdentityHashMap<>();
    private final List<EngineTensor> known = new ArrayList<>();
    private final List<Instruction.Draw> draws = new ArrayList<>();
    private final List<Value> carried = new ArrayList<>();
    private int perRow;

    private StepImport(Trace<?> trace, boolean training) {
        this.trace = trace;
        this.training = training;
    }

    /**
     * A step in the planner's terms.
     *
     * @param step its equations
     * @param known the tensors behind {@link Origin.Known}
     * @param draws the random numbers behind {@link Origin.PerStep} 1, 2, …
     */
    record Imported(Step step, List<EngineTensor> known, List<Instruction.Draw> draws) {}

    /**
     * The equations of a trace whose rows are {@link Value#BATCH}.
     *
     * @param example the state it was traced with
     * @throws NotPlannable if the planner has no place for something the step does
     */
    static <S extends CellState> Imported of(Trace<S> trace, S example, boolean training) {
        StepImport made = new StepImport(trace, training);
        made.leaves(States.tensors(example));
        trace.instructions().forEach(made::add);
        List<Value> next = new ArrayList<>();
        List<Tensor> after = States.tensors(trace.next());
        for (int i = 0; i < after.size(); i++) {
            if (trace.kinds().get(i) == Trace.Kind.CARRIED) {
                next.add(made.value(after.get(i)));
            }
        }
        Step step = new Step(made.equations, made.carried, next, made.value(trace.output()));
        return new Imported(step, List.copyOf(made.known), List.copyOf(made.draws));
    }

    private void leaves(List<Tensor> before) {
        for (int i = 0; i < before.size(); i++) {
            Shape shape = before.get(i).shape().with(0, Value.BATCH);
            if (trace.kinds().get(i) == Trace.Kind.GROWING) {
                throw new NotPlannable("a tensor of the state grows");
            }
            boolean constant = trace.kinds().get(i) == Trace.Kind.CONSTANT;
            Value leaf = constant
                    ? equations.leaf(new Origin.PerRow(perRow++), shape)
                    : equations.leaf(new Origin.Carried(carried.size()), shape);
            bySlot.put(i + 1, leaf);
            if (!constant) {
                carried.add(leaf);
            }
        }
    }

    private void add(Instruction instruction) {
        if (instruction instanceof Instruction.Apply apply && apply.ids() == null) {
            List<Value> operands = apply.operands().stream().map(this::value).toList();
            bySlot.put(apply.result(), equations.apply(apply.operation(), operands));
        } else if (instruction instanceof Instruction.Draw draw) {
            bySlot.put(draw.result(), drawn(draw));
        } else {
            throw new NotPlannable("the step computes ids");
        }
    }

    private Value drawn(Instruction.Draw draw) {
        Shape shape = Shape.of(Value.BATCH, draw.columns());
        if (!training) {
            double mean = draw.distribution().mean(draw.parameter());
            Value number = equations.leaf(new Origin.Constant(mean), Shape.scalar());
            return equations.apply(new Expand(shape), List.of(number));
        }
        draws.add(draw);
        return equations.leaf(new Origin.PerStep(draws.size()), shape);
    }

    /** The value behind a tensor of the trace, or behind a parameter or constant. */
    private Value value(Tensor tensor) {
        if (tensor instanceof PassTensor own && own.scope() instanceof TracingPass) {
            Value value = own.slot() == 0 ? equations.leaf(new Origin.PerStep(0), own.shape()) : bySlot.get(own.slot());
            if (value == null) {
                throw new IllegalStateException("a value of the trace is read before it is made");
            }
            return value;
        }
        return knowns.computeIfAbsent(EngineTensor.of(tensor), key -> {
            if (key.shape().rank() > 0 && key.shape().size(0) == Value.BATCH) {
                throw new NotPlannable("the step writes numbers down for every row");
            }
            known.add(key);
            return equations.leaf(new Origin.Known(known.size() - 1), key.shape());
        });
    }
}
