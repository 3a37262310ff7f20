package dev.tendril.contracts.recurrence;

import static dev.tendril.contracts.recurrence.RandomCell.GIVEN;
import static dev.tendril.contracts.recurrence.RandomCell.HIDDEN;

import dev.tendril.contracts.recurrence.RandomCell.Weights;
import dev.tendril.contracts.recurrence.RandomStep.Line;
import java.util.List;

/** Writes the sheets [B, S, w] of a random step, S being the steps of the memory: one method for each sort. */
final class RandomSheets {
    private static final int SELDOM = 200;

    private final RandomLines lines;

    private final List<RandomLines.Operation> operations = List.of(
            this::productOfTheMemory,
            this::productOfTheMemory,
            this::repeatedVector,
            this::ofOne,
            this::ofTwo,
            this::ofTwo,
            this::plusAVector,
            this::product,
            this::product,
            this::concatenation,
            this::timesAParameter,
            this::softmaxOverSteps);

    /** What needs a number at least, beside the {@link #operations}. */
    private final List<RandomLines.Operation> ofNumbers = List.of(this::softmax, this::norm);

    /** What a step has no plan for. */
    private final List<RandomLines.Operation> unplanned = List.of(this::turnedProduct, this::minusTheLargest);

    /** Writes into lines. */
    RandomSheets(RandomLines lines) {
        this.lines = lines;
    }

    /** A new sheet, nested so deep. */
    Line write(int width, int depth) {
        if (depth == 0) {
            return productOfTheMemory(width, depth);
        }
        boolean seldom = width > 0 && lines.number(1, SELDOM) == 1;
        return (seldom ? lines.any(unplanned) : lines.any(operations, ofNumbers, width > 0)).of(width, depth - 1);
    }

    private Line productOfTheMemory(int width, int depth) {
        return width == GIVEN
                ? lines.line("m", at -> at.state().m())
                : lines.line(
                        "m.matmul(%s)".formatted(Weights.name(GIVEN, width)),
                        at -> at.state().m().matmul(at.weights().matrix(GIVEN, width)));
    }

    private Line repeatedVector(int width, int depth) {
        Line vector = lines.vector(width, depth);
        int steps = lines.memory();
        return lines.line(
                "%s.unsqueeze(1).expand(Shape.of(B, %d, %d))".formatted(vector, steps, width),
                at -> at.of(vector).unsqueeze(1).expand(at.rows(steps, width)));
    }

    private Line ofOne(int width, int depth) {
        return RandomFunctions.ofOne(lines, lines.sheet(width, depth));
    }

    private Line ofTwo(int width, int depth) {
        return RandomFunctions.ofTwo(lines, lines.sheet(width, depth), lines.sheet(width, depth));
    }

    private Line plusAVector(int width, int depth) {
        Line sheet = lines.sheet(width, depth);
        Line vector = lines.vector(width, depth);
        return lines.line("%s.plus(%s.unsqueeze(1))".formatted(sheet, vector), at -> at.of(sheet)
                .plus(at.of(vector).unsqueeze(1)));
    }

    private Line product(int width, int depth) {
        int inner = lines.anyWidth();
        Line left = lines.sheet(inner, depth);
        return lines.line("%s.matmul(%s)".formatted(left, Weights.name(inner, width)), at -> at.of(left)
                .matmul(at.weights().matrix(inner, width)));
    }

    private Line concatenation(int width, int depth) {
        int cut = lines.number(0, width);
        int from = HIDDEN - (width - cut);
        Line left = lines.sheet(HIDDEN, depth);
        Line right = lines.sheet(HIDDEN, depth);
        return lines.line(
                "%s.slice(2, 0, %d).concat(2, %s.slice(2, %d, %d))".formatted(left, cut, right, from, HIDDEN),
                at -> at.of(left).slice(2, 0, cut).concat(2, at.of(right).slice(2, from, HIDDEN)));
    }

    private Line timesAParameter(int width, int depth) {
        Line sheet = lines.sheet(width, depth);
        return lines.line("%s.times(pass.attach(%s))".formatted(sheet, Weights.name(width)), at -> at.of(sheet)
                .times(at.vector(width)));
    }

    private Line softmax(int width, int depth) {
        Line scores = lines.sheet(width, depth);
        return lines.line("%s.softmax()".formatted(scores), at -> at.of(scores).softmax());
    }

    private Line softmaxOverSteps(int width, int depth) {
        Line scores = lines.sheet(width, depth);
        return lines.memory() == 0 // no scores have a largest
                ? scores
                : lines.line(
                        "%s.transpose(1, 2).softmax().transpose(1, 2)".formatted(scores),
                        at -> at.of(scores).transpose(1, 2).softmax().transpose(1, 2));
    }

    private Line norm(int width, int depth) {
        return RandomFunctions.norm(lines, lines.sheet(width, depth), width);
    }

    // ---- what a step has no plan for ----

    private Line turnedProduct(int width, int depth) {
        Line sheet = lines.sheet(HIDDEN, depth);
        return lines.line("%s.linear(%s)".formatted(sheet, Weights.name(width, HIDDEN)), at -> at.of(sheet)
                .linear(at.weights().matrix(width, HIDDEN)));
    }

    private Line minusTheLargest(int width, int depth) {
        Line sheet = lines.sheet(width, depth);
        return lines.line("%s.minus(%s.max(2).unsqueeze(2))".formatted(sheet, sheet), at -> at.of(sheet)
                .minus(at.of(sheet).max(2).unsqueeze(2)));
    }
}
