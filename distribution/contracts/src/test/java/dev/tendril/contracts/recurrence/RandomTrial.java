package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.contracts.recurrence.Comparison.Run;
import dev.tendril.contracts.recurrence.Comparison.Setting;
import dev.tendril.contracts.recurrence.Comparison.Wanted;
import dev.tendril.tensor.TendrilEngine;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;

/**
 * A random step, and how it is run: all that a seed says.
 *
 * @param seed says everything else
 * @param step that was drawn
 * @param memory steps S of the memory
 * @param wanted what gradients are asked for
 * @param batches lengths of the rows of two batches, one after the other: the second finds memory that was used before
 * @param threads of the engine that plans
 * @param reversed whether rows run from their ends to their beginnings
 */
record RandomTrial(
        long seed, RandomStep step, int memory, Wanted wanted, List<Lengths> batches, int threads, boolean reversed) {
    private static final List<Integer> MEMORIES = List.of(0, 1, 3);

    /** Rows that end early and do not begin, one row, rows alike, and enough rows for two threads to share them. */
    private static final List<Lengths> LENGTHS = List.of(
            Lengths.of(5, 0, 3), Lengths.of(6), Lengths.of(4, 4, 4), Lengths.of(6, 2, 5, 1, 3, 6, 6, 0, 2, 4, 4, 1, 1));

    /** What a seed says. All ways to run a step come in turn, so that 144 seeds have every one. */
    static RandomTrial of(long seed) {
        Turn turn = new Turn(seed);
        int memory = turn.next(MEMORIES);
        Wanted wanted = turn.next(List.of(Wanted.values()));
        Lengths first = turn.next(LENGTHS);
        int threads = turn.next(List.of(1, 2));
        boolean reversed = turn.next(List.of(false, true));
        Lengths second = LENGTHS.get((LENGTHS.indexOf(first) + 1) % LENGTHS.size());
        return new RandomTrial(
                seed, RandomLines.step(seed, memory), memory, wanted, List.of(first, second), threads, reversed);
    }

    /** Gives one of several after the other, as the digits of a number do. */
    private static final class Turn {
        private long rest;

        Turn(long number) {
            this.rest = number;
        }

        <T> T next(List<T> all) {
            T chosen = all.get((int) (rest % all.size()));
            rest /= all.size();
            return chosen;
        }
    }

    /**
     * Runs the step by a plan and step by step.
     *
     * @return the plans that were made
     * @throws AssertionError if a number differs
     */
    List<CellPlan> check(Comparison.Way planned) {
        Setting setting = new Setting(Precision.FLOAT64, false, reversed);
        TendrilEngine.Builder builder = TendrilEngine.builder().precision(setting.precision());
        try (TendrilEngine one = builder.threads(threads).build();
                TendrilEngine other = builder.threads(1).plans(false).build()) {
            Recurrence<RandomCell.State> recurrence = recurrence(one);
            try {
                Run<?> first = new Run<>(recurrence, one, planned.on(one), setting);
                compare(first, new Run<>(recurrence(other), other, other::unroll, setting));
                return one.plans();
            } finally {
                Reference.reachabilityFence(recurrence); // plans live as long as their cells
            }
        }
    }

    private void compare(Run<?> planned, Run<?> stepByStep) {
        for (Lengths lengths : batches) {
            Map<String, double[]> expected = stepByStep.numbers(lengths, wanted);
            double rounding = stepByStep.setting().rounding();
            SameNumbers.check(planned.numbers(lengths, wanted), expected, rounding, "lengths " + lengths);
        }
    }

    private Recurrence<RandomCell.State> recurrence(TendrilEngine engine) {
        return RandomCell.recurrence(engine.parameters(RandomKey.of(5)), step, memory);
    }

    @Override
    public String toString() {
        return String.format(
                "seed %d: S = %d, gradients of %s, lengths %s, threads %d, reversed %s%n%s",
                seed, memory, wanted, batches, threads, reversed, step);
    }
}
