package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.Stepped;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.plan.NotPlannable;
import dev.tendril.tensor.plan.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs cells over sequences: by a plan, or by the interpreter where a step cannot be planned. */
final class Unrolls {
    private static final Logger LOG = LoggerFactory.getLogger(Unrolls.class);
    private static final int PLANS_OF_A_CELL = 32;

    private final TendrilEngine engine;
    private final boolean planning;
    private final PlanCache<Kind, Choice> plans = new PlanCache<>(PLANS_OF_A_CELL);

    /**
     * Runs cells.
     *
     * @param planning whether by plans, where they can be made
     */
    Unrolls(TendrilEngine engine, boolean planning) {
        this.engine = engine;
        this.planning = planning;
    }

    /**
     * What a plan is made for. The number of rows and steps is no part of it.
     *
     * @param features size of the input
     * @param state what a row holds of each tensor of the state
     * @param training whether noise is drawn
     * @param recording whether gradients may be asked for
     */
    private record Kind(int features, List<Shape> state, boolean training, boolean recording) {}

    /**
     * How a cell is run.
     *
     * @param cell its class
     * @param kind what this is chosen for
     * @param plan none if it is left to the interpreter
     * @param reason why there is no plan; empty if there is one
     */
    private record Choice(
            Class<?> cell, Kind kind, @Nullable PlannedUnroll<?> plan, String reason) {
        CellPlan describe() {
            if (plan == null) {
                return new CellPlan(cell, "", kind.training, kind.recording, List.of(), List.of(), reason);
            }
            KnownNames known = KnownNames.of(plan.imported().known());
            List<String> forwards = plan.plan().forwards().describe(known.names());
            List<List<String>> backwards = plan.plan().gradients().stream()
                    .map(gradient -> gradient.recurrence().describe(known.names()))
                    .toList();
            return new CellPlan(cell, known.place(), kind.training, kind.recording, forwards, backwards, reason);
        }
    }

    /** How the cells that have been run, and still live, are run. */
    List<CellPlan> plans() {
        return plans.all().stream().map(Choice::describe).toList();
    }

    <S extends CellState> Unrolled<S> run(Cell<S> cell, Sequence input, S initial, UnrollOptions options) {
        if (input.lengths().size() != 1 || input.shape().rank() != 3) {
            throw new IllegalArgumentException("unroll wants an input [B, T, I] of one level, got " + input.shape()
                    + " of " + input.lengths().size() + " levels");
        }
        Pass pass = passOf(input.values(), initial);
        if (planning && pass instanceof EagerPass eager && !options.keepStates()) {
            @SuppressWarnings("unchecked") // plans are kept by cell
            PlannedUnroll<S> plan =
                    (PlannedUnroll<S>) choice(cell, input, initial, eager).plan();
            if (plan != null) {
                return plan.run(eager, input, initial, options.reversed());
            }
        }
        return Unroller.run(cell, input, initial, options, pass);
    }

    <S extends CellState> Stepped<S> step(Cell<S> cell, Tensor x, S previous) {
        if (x.shape().rank() != 2) {
            throw new IllegalArgumentException("step wants an input [B, I], got " + x.shape());
        }
        if (!planning || passOf(x, previous) instanceof TracingPass) { // or a step of a step: part of its equations
            S next = cell.step(x, previous);
            return new Stepped<>(cell.output(next), next);
        }
        Sequence input = Sequence.of(x.unsqueeze(1), Lengths.all(x.shape().size(0), 1));
        Unrolled<S> unrolled = run(cell, input, previous, UnrollOptions.forward());
        return new Stepped<>(unrolled.outputs().values().squeeze(1), unrolled.last());
    }

    private static Pass passOf(Tensor input, CellState initial) {
        if (input.attached()) {
            return input.pass();
        }
        return States.tensors(initial).stream()
                .filter(Tensor::attached)
                .findFirst()
                .map(Tensor::pass)
                .orElseThrow(() -> new IllegalStateException(
                        "unroll: neither the input nor the initial state belongs to a pass; take one into a pass with"
                                + " Pass.attach"));
    }

    private <S extends CellState> Choice choice(Cell<S> cell, Sequence input, S initial, EagerPass pass) {
        List<Shape> state = new ArrayList<>();
        for (Tensor tensor : States.tensors(initial)) {
            state.add(tensor.shape().without(0));
        }
        int features = input.shape().size(2);
        Kind kind = new Kind(features, state, pass.training(), pass.recording());
        return plans.get(cell, kind, () -> choose(cell, initial, kind));
    }

    private <S extends CellState> Choice choose(Cell<S> cell, S initial, Kind kind) {
        Trace<S> trace;
        try {
            Shape x = Shape.of(Value.BATCH, kind.features);
            trace = Tracer.trace(engine, cell, x, initial, kind.training);
        } catch (
                RuntimeException thrown) { // by the step: the interpreter meets it again, with the shapes of the caller
            return interpreted(cell, kind, "the step cannot be traced: " + thrown.getMessage());
        }
        try {
            PlannedUnroll<S> plan = PlannedUnroll.of(trace, initial, kind.training, kind.recording);
            return new Choice(cell.getClass(), kind, plan, "");
        } catch (NotPlannable reason) {
            return interpreted(cell, kind, String.valueOf(reason.getMessage()));
        }
    }

    private static Choice interpreted(Cell<?> cell, Kind kind, String reason) {
        LOG.info("{} is run step by step, without a plan: {}", cell.getClass().getName(), reason);
        return new Choice(cell.getClass(), kind, null, reason);
    }
}
