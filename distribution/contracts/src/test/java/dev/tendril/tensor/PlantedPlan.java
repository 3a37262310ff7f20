package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.plan.Planting;
import dev.tendril.tensor.plan.Value;
import org.jspecify.annotations.Nullable;

/** Runs one cell, in recording passes of one kind, by a plan that a bug is planted in. */
public final class PlantedPlan {
    private final TendrilEngine engine;
    private final Planting planting;
    private @Nullable PlannedUnroll<?> plan;

    /** Will run a cell on an engine. */
    public PlantedPlan(TendrilEngine engine, Planting planting) {
        this.engine = engine;
        this.planting = planting;
    }

    /** Unrolls the cell; a gradient is planned at the first unroll, so a bug in it shows from the second on. */
    public <S extends CellState> Unrolled<S> unroll(Cell<S> cell, Sequence input, S initial, UnrollOptions options) {
        EagerPass pass = (EagerPass) input.values().pass();
        if (plan == null) {
            Shape x = Shape.of(Value.BATCH, input.shape().size(2));
            Trace<S> trace = Tracer.trace(engine, cell, x, initial, pass.training());
            plan = PlannedUnroll.of(trace, initial, pass.training(), pass.recording());
        }
        planting.in(plan.plan());
        @SuppressWarnings("unchecked") // of this cell
        PlannedUnroll<S> own = (PlannedUnroll<S>) plan;
        return own.run(pass, input, initial, options.reversed());
    }
}
