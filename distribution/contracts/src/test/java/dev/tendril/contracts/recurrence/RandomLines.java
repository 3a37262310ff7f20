package dev.tendril.contracts.recurrence;

import dev.tendril.api.tensor.Tensor;
import dev.tendril.contracts.recurrence.RandomStep.Line;
import dev.tendril.contracts.recurrence.RandomStep.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Draws the lines of a {@link RandomStep}.
 *
 * <p>h′ [B, 7] and o′ [B, 3] are each the tanh of a vector, or of one and W h. A vector is what an operation makes of other vectors and of
 * sheets ({@link RandomVectors}), and these of others again, two to four deep; at last stands what reads no other line. A sheet [B, S, w]
 * holds a vector for every step of the memory ({@link RandomSheets}). Both are 1, 3, 5 or 7 numbers wide, seldom 0. Every fourth that is
 * needed is one that stands there already, so that much is read more than once.
 */
final class RandomLines {
    private static final List<Integer> WIDTHS = List.of(0, 1, 1, 3, 3, 5, 5, 7, 7);
    private static final int SHALLOWEST = 2;
    private static final int DEEPEST = 4;

    private final SplittableRandom random;
    private final int memory;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Integer, List<Line>> vectors = new HashMap<>();
    private final Map<Integer, List<Line>> sheets = new HashMap<>();
    private final RandomVectors ofVectors = new RandomVectors(this);
    private final RandomSheets ofSheets = new RandomSheets(this);

    private RandomLines(SplittableRandom random, int memory) {
        this.random = random;
        this.memory = memory;
    }

    /** Writes a vector or a sheet of a width, and before it what it reads, nested so deep. */
    @FunctionalInterface
    interface Operation {
        /** The last of the lines that are written. */
        Line of(int width, int depth);
    }

    /** A step over memories of so many steps. */
    static RandomStep step(long seed, int memory) {
        RandomLines all = new RandomLines(new SplittableRandom(seed), memory);
        Line h = all.vector(RandomCell.HIDDEN, all.number(SHALLOWEST, DEEPEST));
        Line o = all.vector(RandomCell.OUTPUTS, all.number(SHALLOWEST, DEEPEST));
        Line nextH = all.tanh(h, RandomCell.HIDDEN);
        Line nextO = all.tanh(o, RandomCell.OUTPUTS);
        return new RandomStep(List.copyOf(all.lines), nextH, nextO, all.any(RandomCell.SHOWN));
    }

    /** {@code tanh v}, or {@code tanh(v + W h)}. */
    private Line tanh(Line v, int width) {
        if (number(1, 2) == 1) {
            return line("%s.tanh()".formatted(v), at -> at.of(v).tanh());
        }
        return line(
                "%s.plus(h.linear(%s)).tanh()".formatted(v, RandomCell.Weights.name(width, RandomCell.HIDDEN)),
                at -> at.of(v)
                        .plus(at.state().h().linear(at.weights().matrix(width, RandomCell.HIDDEN)))
                        .tanh());
    }

    /** A vector that stands there, or a new one. */
    Line vector(int width, int depth) {
        return oldOrNew(vectors, width, () -> ofVectors.write(width, depth));
    }

    /** A sheet that stands there, or a new one. */
    Line sheet(int width, int depth) {
        return oldOrNew(sheets, width, () -> ofSheets.write(width, depth));
    }

    private Line oldOrNew(Map<Integer, List<Line>> all, int width, Supplier<Line> writing) {
        List<Line> there = all.computeIfAbsent(width, absent -> new ArrayList<>());
        if (!there.isEmpty() && number(1, 4) == 1) {
            return any(there);
        }
        Line line = writing.get();
        there.add(line);
        return line;
    }

    /**
     * Writes a line.
     *
     * @param text that computes it, as Java
     * @param value computes it
     */
    Line line(String text, Function<Scope, Tensor> value) {
        Line line = new Line("t" + lines.size(), text, value);
        lines.add(line);
        return line;
    }

    /** How many steps the memory has. */
    int memory() {
        return memory;
    }

    /** A width. */
    int anyWidth() {
        return any(WIDTHS);
    }

    /** One of several. */
    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /**
     * One of several.
     *
     * @param more other ones
     * @param also whether those may be chosen, too
     */
    <T> T any(List<T> all, List<T> more, boolean also) {
        int chosen = number(1, all.size() + (also ? more.size() : 0)) - 1;
        return chosen < all.size() ? all.get(chosen) : more.get(chosen - all.size());
    }

    /** A whole number between two, both included. */
    int number(int from, int to) {
        return random.nextInt(from, to + 1);
    }
}
