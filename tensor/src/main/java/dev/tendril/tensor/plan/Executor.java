package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Execution;
import dev.tendril.tensor.operation.Multiplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the stages of a plan. Threads take rows through the whole loop where there are enough of them, else columns of its products; no
 * bit depends on it.
 */
final class Executor {
    /** With fewer rows for each thread than this, a product is cut by columns. */
    private static final int ROWS_FOR_A_THREAD = 4;

    /** Work of a row operation on one element, in multiply-adds: roughly. */
    private static final int WORK = 8;

    private final Recurrence plan;
    private final StepRows rows;
    private final Frame frame;
    private final Execution on;
    private final Runnable poll;
    private final Operands operands;
    private final Map<ProductCall, Prepared> prepared = new HashMap<>();

    Executor(Recurrence plan, Frame frame, Execution on, Operands operands, Runnable poll) {
        this.plan = plan;
        this.rows = frame.rows();
        this.frame = frame;
        this.on = on;
        this.poll = poll;
        this.operands = operands;
    }

    /**
     * The fixed operands of a product.
     *
     * @param panels the weights
     * @param bias what sums start from, if that is the same for every row
     */
    private record Prepared(Panels panels, List<Span> bias) {}

    void run() {
        for (Phase phase : List.of(Phase.ROWS, Phase.BEFORE, Phase.LOOP, Phase.AFTER)) {
            for (Stage stage : plan.stages(phase)) {
                for (ProductCall call : stage.products()) {
                    prepared.put(call, new Prepared(operands.panels(call.panel()), operands.bias(call.bias())));
                }
            }
        }
        once();
        allSteps(Phase.BEFORE);
        loop();
        allSteps(Phase.AFTER);
    }

    // ---- phases ----

    /** What is computed once for every row. */
    private void once() {
        for (Stage stage : plan.stages(Phase.ROWS)) {
            int count = rows.rows();
            sweep(stage.program(), count, (program, from, to) -> program.run(0, from, to));
            for (ProductCall call : stage.products()) {
                whole(call, 0, count);
            }
        }
    }

    /** A phase in which steps do not wait for one another. */
    private void allSteps(Phase phase) {
        for (Stage stage : plan.stages(phase)) {
            poll.run();
            if (stage.program().flat()) {
                sweep(stage.program(), rows.total(), (program, from, to) -> program.run(0, from, to));
            } else {
                sweep(stage.program(), rows.rows(), (program, from, to) -> {
                    for (int step = 0; step < rows.steps(); step++) {
                        program.run(step, from, Math.min(to, rows.live(step)));
                    }
                });
            }
            for (ProductCall call : stage.products()) {
                if (isFlat(call)) {
                    whole(call, 0, rows.total());
                } else {
                    for (int step = 0; step < rows.steps(); step++) {
                        whole(call, step, rows.live(step));
                    }
                }
            }
        }
    }

    /** Whether rows of all steps may be taken as one step. */
    private boolean isFlat(ProductCall call) {
        return call.result().isFlat()
                && frame.isFlat(call.left())
                && call.from().stream().allMatch(frame::isFlat);
    }

    private void loop() {
        List<Stage> stages = plan.stages(Phase.LOOP);
        if (stages.isEmpty() || rows.steps() == 0) {
            return;
        }
        int parts = Math.min(on.threads(), rows.rows() / ROWS_FOR_A_THREAD);
        if (parts < 2) {
            loop(stages, 0, rows.rows(), true);
            return;
        }
        int[] borders = rows.shares(parts);
        on.split(Long.MAX_VALUE, parts, (from, to) -> {
            for (int part = from; part < to; part++) {
                loop(stages, borders[part], borders[part + 1], false);
            }
        });
    }

    /**
     * All steps of some rows.
     *
     * @param alone whether nobody else computes meanwhile, so that products may be shared out
     */
    private void loop(List<Stage> stages, int rowFrom, int rowTo, boolean alone) {
        int longest = stages.stream()
                .mapToInt(stage -> stage.program().blockLength())
                .max()
                .orElse(0);
        Storage block = on.borrow(longest);
        Storage scratch = on.borrow(on.kernels().products().scratchLength());
        List<RowProgram.Running> programs = new ArrayList<>();
        stages.forEach(stage -> programs.add(stage.program().in(frame, block, scratch)));
        long ran = 0;
        for (int count = 0; count < rows.steps(); count++) {
            int step = plan.backwards() ? rows.steps() - 1 - count : count;
            int to = Math.min(rowTo, rows.live(step));
            if (to <= rowFrom) {
                continue;
            }
            poll.run();
            ran += to - rowFrom;
            for (int level = 0; level < stages.size(); level++) {
                programs.get(level).run(step, rowFrom, to);
                for (ProductCall call : stages.get(level).products()) {
                    if (alone) {
                        whole(call, step, to);
                    } else {
                        part(call, step, rowFrom, to, scratch);
                    }
                }
            }
        }
        on.ran(ran);
        on.giveBack(block);
        on.giveBack(scratch);
    }

    // ---- programs ----

    /** A program at work on some rows. */
    private interface Sweep {
        void run(RowProgram.Running program, int from, int to);
    }

    private void sweep(RowProgram program, int count, Sweep sweep) {
        if (program.isEmpty() || count == 0) {
            return;
        }
        long elements = (long) rows.total() * RowProgram.BLOCK_ELEMENTS / program.blockRows();
        on.split(elements * program.steps().size() * WORK, count, (from, to) -> {
            Storage block = on.borrow(program.blockLength());
            Storage scratch = on.borrow(on.kernels().products().scratchLength());
            sweep.run(program.in(frame, block, scratch), from, to);
            on.giveBack(block);
            on.giveBack(scratch);
        });
    }

    // ---- products ----

    /** A product of the first rows of a step, shared out among threads if that is worth it. */
    private void whole(ProductCall call, int step, int count) {
        Prepared with = prepared(call);
        if (count > 0) {
            Multiplication.run(on, count, left(call, step, 0), with.panels(), result(call, step, 0, with));
        }
    }

    /** A product of some rows of a step. */
    private void part(ProductCall call, int step, int rowFrom, int rowTo, Storage scratch) {
        Prepared with = prepared(call);
        Products products = on.kernels().products();
        products.multiply(
                left(call, step, rowFrom),
                with.panels(),
                result(call, step, rowFrom, with),
                new Region(0, rowTo - rowFrom, 0, with.panels().columns()),
                scratch);
    }

    private Prepared prepared(ProductCall call) {
        Prepared with = prepared.get(call);
        if (with == null) {
            throw new IllegalStateException("a product that no stage has: " + call.name());
        }
        return with;
    }

    private Left left(ProductCall call, int step, int row) {
        Access left = call.left();
        return new Left(frame.span(left, step, row), left.rowStep(), left.strides()[left.strides().length - 1]);
    }

    private Result result(ProductCall call, int step, int row, Prepared with) {
        Span span = frame.span(call.result(), step, row);
        int rowStep = call.result().rowStep();
        return switch (call.start()) {
            case ZERO -> Result.of(span, rowStep);
            case THERE -> Result.added(span, rowStep);
            case BIAS -> Result.biased(span, rowStep, with.bias().get(0));
            case ROWS -> {
                Access from = call.from().get(0);
                yield new Result(span, rowStep, frame.span(from, step, row), from.rowStep());
            }
        };
    }
}
