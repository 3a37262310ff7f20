package dev.tendril.tensor.plan;

import dev.tendril.tensor.operation.Execution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A planned recurrence: what is computed when, and where it is stored. Immutable; runs any number of times, also at once. */
public final class Recurrence {
    private final Compiler.Kind kind;
    private final Results results;
    private final Parts parts;
    private final Schedule schedule;
    private final Layout layout;

    Recurrence(Compiler.Kind kind, Results results, Parts parts, Schedule schedule, Layout layout) {
        this.kind = kind;
        this.results = results;
        this.parts = parts;
        this.schedule = schedule;
        this.layout = layout;
    }

    /**
     * What a recurrence is made of.
     *
     * @param stages by phase
     * @param shared values computed once for all rows, in order
     * @param sums values summed over the steps
     * @param totals what is computed from what all steps have left, in order
     * @param leaves values that somebody else provides
     */
    record Parts(
            Map<Phase, List<Stage>> stages,
            List<Value> shared,
            List<Value> sums,
            List<Total> totals,
            List<Value> leaves) {}

    Parts parts() {
        return parts;
    }

    List<Stage> stages(Phase phase) {
        return parts.stages().getOrDefault(phase, List.of());
    }

    boolean backwards() {
        return kind == Compiler.Kind.BACKWARDS;
    }

    Results results() {
        return results;
    }

    Layout layout() {
        return layout;
    }

    /** Where a stored value is. */
    Place place(Value value) {
        return layout.place(value);
    }

    /** Whether a stored value is there at every step: another one at each, or the same at all. */
    boolean isPerStep(Value value) {
        return schedule.isPerStep(value);
    }

    /** Whether a stored value is the same at every step. */
    boolean oncePerRow(Value value) {
        return schedule.phase(value).compareTo(Phase.ROWS) <= 0;
    }

    /**
     * The plan for people, line by line.
     *
     * @param known the names of what {@link Origin.Known} stands for
     */
    public List<String> describe(List<String> known) {
        return PlanText.of(this, known);
    }

    /**
     * Prepares a run.
     *
     * @param on gives memory and threads
     * @param forwards the run that this one is the gradient of
     */
    public Run run(StepRows rows, Execution on, @Nullable Run forwards) {
        return new Run(this, rows, on, forwards);
    }
}
