package dev.tendril.tensor.plan;

import dev.tendril.tensor.plan.ProductCall.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/** What could be wrong with a plan: each spoils one place in the loop. */
public enum PlantedBug {
    /** A row operation gives the negative of what it should. */
    WRONG_SIGN {
        @Override
        void spoil(Recurrence plan) {
            lastStep(plan, PlantedBug::negative);
        }
    },

    /** A row operation is left out at every other step, so that what the step before wrote is read again. */
    STALE_ROWS {
        @Override
        void spoil(Recurrence plan) {
            lastStep(plan, (right, workspace, result, at) -> {
                if (at.step() % 2 == 0) {
                    right.run(at.step(), at.row(), at.rows());
                }
            });
        }
    },

    /** A row operation forgets the last row of its block. */
    LAST_ROW_OF_A_BLOCK {
        @Override
        void spoil(Recurrence plan) {
            lastStep(plan, (right, workspace, result, at) -> {
                right.run(at.step(), at.row(), at.rows() - 1);
            });
        }
    },

    /** A row operation runs over the rows that are live at the step behind. */
    ROWS_OF_ANOTHER_STEP {
        @Override
        void spoil(Recurrence plan) {
            lastStep(plan, (right, workspace, result, at) -> {
                StepRows all = workspace.frame().rows();
                int live = at.step() + 1 < all.steps() ? all.live(at.step() + 1) : 0;
                int rows = Math.min(at.rows(), live - at.row());
                if (rows > 0) {
                    right.run(at.step(), at.row(), rows);
                }
            });
        }
    },

    /** All row operations of a level are left out. */
    SKIPPED_PROGRAM {
        @Override
        void spoil(Recurrence plan) {
            List<Stage> stages = new ArrayList<>(plan.stages(Phase.LOOP));
            int level = first(stages, stage -> !stage.program().isEmpty());
            stages.set(level, with(stages.get(level), List.of()));
            plan.parts().stages().put(Phase.LOOP, stages);
        }
    },

    /** A product of what is carried is computed before the loop. */
    HOISTED_PRODUCT {
        @Override
        void spoil(Recurrence plan) {
            ProductCall moved = replaceProduct(plan, call -> true, call -> List.of());
            List<Stage> before = new ArrayList<>(plan.stages(Phase.BEFORE));
            before.add(new Stage(new RowProgram(List.of(), List.of(), 1, 0, true), List.of(moved)));
            plan.parts().stages().put(Phase.BEFORE, before);
        }
    },

    /** A product is left out. */
    DROPPED_PRODUCT {
        @Override
        void spoil(Recurrence plan) {
            replaceProduct(plan, call -> true, call -> List.of());
        }
    },

    /** A product overwrites what it should be added to. */
    OVERWRITTEN_SUM {
        @Override
        void spoil(Recurrence plan) {
            replaceProduct(plan, call -> call.start() == Start.THERE, call -> List.of(started(call, Start.ZERO)));
        }
    },

    /** A product is added to what was left where it should begin from nothing. */
    SUM_WITHOUT_A_START {
        @Override
        void spoil(Recurrence plan) {
            replaceProduct(plan, call -> call.start() == Start.ZERO, call -> List.of(started(call, Start.THERE)));
        }
    },

    /** The weights that a product has side by side, or one behind the other, have changed places. */
    SWAPPED_WEIGHTS {
        @Override
        void spoil(Recurrence plan) {
            replaceProduct(plan, call -> call.panel().parts().size() > 1, call -> {
                List<Weight> parts = new ArrayList<>(call.panel().parts());
                Collections.swap(parts, 0, 1);
                return List.of(new ProductCall(
                        call.left(),
                        new Panel(parts, call.panel().beside()),
                        call.result(),
                        call.start(),
                        call.from(),
                        call.bias(),
                        call.name()));
            });
        }
    },

    /** A product reads what this step leaves instead of what the step before has left. */
    WRONG_MOMENT {
        @Override
        void spoil(Recurrence plan) {
            replaceProduct(plan, call -> call.left().moment() == Place.Moment.BEFORE_STEP, call -> {
                Access left = call.left();
                Access now = new Access(
                        left.buffer(),
                        left.kept(),
                        Place.Moment.NOW,
                        left.offset(),
                        left.rowStep(),
                        left.sizes(),
                        left.strides());
                return List.of(new ProductCall(
                        now, call.panel(), call.result(), call.start(), call.from(), call.bias(), call.name()));
            });
        }
    };

    /**
     * Spoils a plan.
     *
     * @throws IllegalStateException if there is nothing in it that this bug fits
     */
    abstract void spoil(Recurrence plan);

    // ---- row operations ----

    /** Rows of a step that an operation is asked for. */
    private record At(int step, int row, int rows) {}

    /** What is done instead of an operation. */
    private interface Instead {
        /** Computes the rows of a result, or leaves it. */
        void run(RowStep.Running right, Workspace workspace, Access result, At at);
    }

    /** A row operation that does something else. */
    private record Wrong(RowStep right, Instead instead) implements RowStep {
        @Override
        public Running in(Workspace workspace) {
            Running running = right.in(workspace);
            Access result = accesses().get(accesses().size() - 1);
            return (step, row, rows) -> instead.run(running, workspace, result, new At(step, row, rows));
        }

        @Override
        public List<Access> accesses() {
            return right.accesses();
        }
    }

    /** Computes the negative; returns whether that is another number anywhere. */
    private static boolean negative(RowStep.Running right, Workspace workspace, Access result, At at) {
        right.run(at.step, at.row, at.rows);
        boolean differs = false;
        for (int row = at.row; row < at.row + at.rows; row++) {
            int from = workspace.at(result, at.step, row);
            for (int i = from; i < from + result.width(); i++) {
                double number = workspace.storage(result).get(i);
                workspace.storage(result).set(i, -number);
                differs |= number != 0;
            }
        }
        return differs;
    }

    /** Where a row operation stands in a plan. */
    private record Spot(Phase phase, int level, int step) {}

    /** All elementwise operations of a phase, in order. */
    private static List<Spot> spots(Recurrence plan, Phase phase) {
        List<Spot> spots = new ArrayList<>();
        for (int level = 0; level < plan.stages(phase).size(); level++) {
            List<RowStep> steps = plan.stages(phase).get(level).program().steps();
            for (int step = 0; step < steps.size(); step++) {
                if (steps.get(step) instanceof ElementwiseStep) {
                    spots.add(new Spot(phase, level, step));
                }
            }
        }
        return spots;
    }

    private static void spoil(Recurrence plan, Spot spot, Instead instead) {
        List<Stage> stages = new ArrayList<>(plan.stages(spot.phase));
        List<RowStep> steps = new ArrayList<>(stages.get(spot.level).program().steps());
        steps.set(spot.step, new Wrong(steps.get(spot.step), instead));
        stages.set(spot.level, with(stages.get(spot.level), steps));
        plan.parts().stages().put(spot.phase, stages);
    }

    /** Spoils the last elementwise operation in the loop. */
    private static void lastStep(Recurrence plan, Instead instead) {
        List<Spot> spots = spots(plan, Phase.LOOP);
        if (spots.isEmpty()) {
            throw new IllegalStateException("there is no elementwise operation in the loop");
        }
        spoil(plan, spots.get(spots.size() - 1), instead);
    }

    /**
     * Turns the sign of what one elementwise operation gives.
     *
     * @param number which one, counted over all phases
     * @param changed set as soon as that is another number than it was
     * @return whether there are so many
     */
    static boolean turnSign(Recurrence plan, int number, AtomicBoolean changed) {
        List<Spot> spots = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            spots.addAll(spots(plan, phase));
        }
        if (number >= spots.size()) {
            return false;
        }
        spoil(plan, spots.get(number), (right, workspace, result, at) -> {
            if (negative(right, workspace, result, at)) {
                changed.set(true);
            }
        });
        return true;
    }

    private static Stage with(Stage stage, List<RowStep> steps) {
        RowProgram program = stage.program();
        return new Stage(
                new RowProgram(steps, program.names(), program.blockRows(), program.blockLength(), program.flat()),
                stage.products());
    }

    private static <T> int first(List<T> all, Predicate<T> which) {
        for (int i = 0; i < all.size(); i++) {
            if (which.test(all.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException("nothing in the loop fits this bug");
    }

    // ---- products ----

    private static ProductCall started(ProductCall call, Start start) {
        return new ProductCall(call.left(), call.panel(), call.result(), start, call.from(), call.bias(), call.name());
    }

    /** Puts something else in the place of the first product in the loop that fits, and returns that product. */
    private static ProductCall replaceProduct(
            Recurrence plan, Predicate<ProductCall> which, Function<ProductCall, List<ProductCall>> by) {
        List<Stage> stages = new ArrayList<>(plan.stages(Phase.LOOP));
        int level = first(stages, stage -> stage.products().stream().anyMatch(which));
        List<ProductCall> calls = new ArrayList<>(stages.get(level).products());
        int place = first(calls, which);
        ProductCall found = calls.remove(place);
        calls.addAll(place, by.apply(found));
        stages.set(level, new Stage(stages.get(level).program(), calls));
        plan.parts().stages().put(Phase.LOOP, stages);
        return found;
    }
}
