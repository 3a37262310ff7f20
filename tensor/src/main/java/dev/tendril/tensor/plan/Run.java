package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link Recurrence}. The caller fills what it gives, executes, and reads the results. Rows are in the order of
 * {@link StepRows}.
 */
public final class Run {
    private final Recurrence plan;
    private final StepRows rows;
    private final Execution on;
    private final Frame frame;
    private final List<Array> totals = new ArrayList<>();

    Run(Recurrence plan, StepRows rows, Execution on, @Nullable Run forwards) {
        this.plan = plan;
        this.rows = rows;
        this.on = on;
        List<Buffer> buffers = plan.layout().buffers();
        this.frame = new Frame(on.kernels(), rows, buffers.size(), forwards == null ? null : forwards.frame);
        for (Buffer buffer : buffers) {
            if (buffer.memory() != Memory.SHARED) {
                frame.put(buffer, on.borrow(length(buffer)), 0);
            }
        }
    }

    private int length(Buffer buffer) {
        int count =
                switch (buffer.memory()) {
                    case STEPS -> rows.total();
                    case CARRIED -> Math.addExact(rows.rows(), rows.total());
                    case TURNS -> 2 * rows.rows();
                    case ROWS -> rows.rows();
                    case SHARED, BLOCK -> 1;
                };
        return Math.multiplyExact(count, buffer.width());
    }

    /** The rows. */
    public StepRows rows() {
        return rows;
    }

    /** Where a value that is given for every step is to be written, row after row, step after step; none if nothing reads it. */
    public Optional<Storage> perStep(int index) {
        return given(new Origin.PerStep(index));
    }

    /** Where a value that is given for every row is to be written; none if nothing reads it. */
    public Optional<Storage> perRow(int index) {
        return given(new Origin.PerRow(index));
    }

    private Optional<Storage> given(Origin origin) {
        return plan.parts().leaves().stream()
                .filter(leaf -> leaf.origin().equals(origin))
                .findFirst()
                .map(leaf -> storage(plan.place(leaf).buffer()));
    }

    /**
     * Where what is carried into the first step is to be written, row by row: at 0, and, when running backwards, once more behind.
     */
    public Storage carried(int index) {
        return storage(plan.layout().carried().get(index));
    }

    private Storage storage(Buffer buffer) {
        return frame.storage(buffer);
    }

    /**
     * Computes.
     *
     * @param knowns numbers of parameters and constants
     * @param poll called at every step, by any thread; what it throws ends the run
     */
    public void execute(Knowns knowns, Runnable poll) {
        Operands operands = new Operands(knowns, on);
        for (Value leaf : plan.parts().leaves()) {
            if (plan.place(leaf).buffer().memory() == Memory.SHARED) {
                put(leaf, operands.array(leaf));
            }
        }
        for (Value shared : plan.parts().shared()) {
            put(shared, operands.array(shared));
        }
        for (Value sum : plan.parts().sums()) {
            Storage total = storage(plan.place(sum).buffer());
            total.fill(0, rows.rows() * sum.width(), 0);
        }
        new Executor(plan, frame, on, operands, poll).run();
        new Totals(plan, frame, on, operands).run();
        for (Value sum : plan.results().sums()) {
            totals.add(operands.array(sum));
        }
        operands.giveBack();
    }

    private void put(Value shared, Array array) {
        frame.put(plan.place(shared).buffer(), array.storage(), array.at());
    }

    // ---- results ----

    /** A value wanted once: [rows, ...] or the same for all rows. */
    public Array sum(int result) {
        return totals.get(result);
    }

    /** Storage of a value wanted for every step. */
    public Storage steps(int result) {
        return frame.storage(access(result));
    }

    /** Position in {@link #steps} of the elements of a step's first row; those of a row follow one another. */
    public int stepsAt(int result, int step) {
        return frame.at(access(result), step, 0);
    }

    /** Elements from one row of a step to the next. */
    public int stepsRowStep(int result) {
        return access(result).rowStep();
    }

    private Access access(int result) {
        return plan.layout().access(plan.results().perStep().get(result), 0);
    }

    /** Position in {@link #carried} of what a row's last step has left, or of what it started from if it has none. */
    public int lastAt(int index, int row) {
        int length = rows.length(row);
        Buffer buffer = plan.layout().carried().get(index);
        if (plan.backwards() || length == 0) {
            return row * buffer.width();
        }
        return (rows.rows() + rows.start(length - 1) + row) * buffer.width();
    }

    /** All memory of this run. */
    public List<Storage> storages() {
        List<Storage> storages = new ArrayList<>();
        for (Buffer buffer : plan.layout().buffers()) {
            if (buffer.memory() != Memory.SHARED) {
                storages.add(storage(buffer));
            }
        }
        return storages;
    }

    /** Gives all memory back that no result lies in; none of it may be read any more. */
    public void close() {
        storages().forEach(on::giveBack);
    }
}
