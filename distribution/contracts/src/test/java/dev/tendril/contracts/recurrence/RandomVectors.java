package dev.tendril.contracts.recurrence;

import static dev.tendril.contracts.recurrence.RandomCell.GIVEN;
import static dev.tendril.contracts.recurrence.RandomCell.HIDDEN;
import static dev.tendril.contracts.recurrence.RandomCell.INPUTS;
import static dev.tendril.contracts.recurrence.RandomCell.OUTPUTS;

import dev.tendril.contracts.recurrence.RandomCell.Weights;
import dev.tendril.contracts.recurrence.RandomStep.Line;
import java.util.List;
import java.util.function.IntFunction;

/** Writes the vectors [B, w] of a random step: one method for each sort. */
final class RandomVectors {
    private static final int REPEATED = 3; // rows of a vector that repeats itself

    private final RandomLines lines;

    /** What reads no other line; what the step before left more than once, so that most steps have products in the loop. */
    private final List<IntFunction<Line>> sources = List.of(
            this::numberOfTheInput,
            this::productOfTheInput,
            this::given,
            this::hidden,
            this::productOfHidden,
            this::productOfHidden,
            this::productOfHidden,
            this::productOfOther,
            this::productOfOther,
            this::memory,
            this::constant,
            this::parameter);

    /** What needs a number at least, beside the {@link #operations}. */
    private final List<RandomLines.Operation> ofNumbers = List.of(this::softmax, this::logSoftmax, this::norm);

    /** What reads other lines; sums and products of vectors, which are all that most cells have, more than once. */
    private final List<RandomLines.Operation> operations = List.of(
            this::ofOne,
            this::ofOne,
            this::ofTwo,
            this::ofTwo,
            this::ofTwo,
            this::ofTwo,
            this::product,
            this::product,
            this::product,
            this::turnedProduct,
            this::productWithBias,
            this::productWithWhatIsComputed,
            this::concatenation,
            this::repeatedNumber,
            this::plusASum,
            this::bilinear,
            this::plusAParameter,
            this::chosen,
            this::repeatedRows,
            this::interleaved,
            this::sumOfASheet,
            this::sumOfASheet,
            this::lastOfASheet,
            this::attention,
            this::attention);

    /** Writes into lines. */
    RandomVectors(RandomLines lines) {
        this.lines = lines;
    }

    /** A new vector, nested so deep. */
    Line write(int width, int depth) {
        return depth == 0
                ? lines.any(sources).apply(width)
                : lines.any(operations, ofNumbers, width > 0).of(width, depth - 1);
    }

    // ---- what reads no other line ----

    private Line numberOfTheInput(int width) {
        return lines.line(
                "x.slice(1, 0, 1).expand(Shape.of(B, %d))".formatted(width),
                at -> at.x().slice(1, 0, 1).expand(at.rows(width)));
    }

    private Line productOfTheInput(int width) {
        return lines.line("x.linear(%s)".formatted(Weights.name(width, INPUTS)), at -> at.x()
                .linear(at.weights().matrix(width, INPUTS)));
    }

    private Line given(int width) {
        int from = GIVEN - width;
        return from < 0
                ? lines.line(
                        "c.linear(%s)".formatted(Weights.name(width, GIVEN)),
                        at -> at.state().c().linear(at.weights().matrix(width, GIVEN)))
                : lines.line(
                        "c.slice(1, %d, %d)".formatted(from, GIVEN),
                        at -> at.state().c().slice(1, from, GIVEN));
    }

    private Line hidden(int width) {
        int from = HIDDEN - width;
        return lines.line(
                "h.slice(1, %d, %d)".formatted(from, HIDDEN),
                at -> at.state().h().slice(1, from, HIDDEN));
    }

    private Line productOfHidden(int width) {
        return lines.line(
                "h.linear(%s)".formatted(Weights.name(width, HIDDEN)),
                at -> at.state().h().linear(at.weights().matrix(width, HIDDEN)));
    }

    private Line productOfOther(int width) {
        return lines.line(
                "o.linear(%s)".formatted(Weights.name(width, OUTPUTS)),
                at -> at.state().o().linear(at.weights().matrix(width, OUTPUTS)));
    }

    private Line memory(int width) {
        return lines.line(
                "m.sum(1).linear(%s)".formatted(Weights.name(width, GIVEN)),
                at -> at.state().m().sum(1).linear(at.weights().matrix(width, GIVEN)));
    }

    private Line constant(int width) {
        return lines.line(
                "pass.full(Shape.of(B, %d), 0.7)".formatted(width),
                at -> at.x().pass().full(at.rows(width), 0.7));
    }

    private Line parameter(int width) {
        return lines.line(
                "pass.attach(%s).unsqueeze(0).expand(Shape.of(B, %d))".formatted(Weights.name(width), width),
                at -> at.vector(width).unsqueeze(0).expand(at.rows(width)));
    }

    // ---- what reads vectors ----

    private Line ofOne(int width, int depth) {
        return RandomFunctions.ofOne(lines, lines.vector(width, depth));
    }

    private Line ofTwo(int width, int depth) {
        return RandomFunctions.ofTwo(lines, lines.vector(width, depth), lines.vector(width, depth));
    }

    private Line product(int width, int depth) {
        int inner = lines.anyWidth();
        Line left = lines.vector(inner, depth);
        return lines.line("%s.linear(%s)".formatted(left, Weights.name(width, inner)), at -> at.of(left)
                .linear(at.weights().matrix(width, inner)));
    }

    private Line turnedProduct(int width, int depth) {
        int inner = lines.anyWidth();
        Line left = lines.vector(inner, depth);
        return lines.line("%s.matmul(%s)".formatted(left, Weights.name(inner, width)), at -> at.of(left)
                .matmul(at.weights().matrix(inner, width)));
    }

    private Line productWithBias(int width, int depth) {
        int inner = lines.anyWidth();
        Line left = lines.vector(inner, depth);
        return lines.line(
                "%s.linear(%s, %s)".formatted(left, Weights.name(width, inner), Weights.name(width)), at -> at.of(left)
                        .linear(at.weights().matrix(width, inner), at.weights().vector(width)));
    }

    private Line productWithWhatIsComputed(int width, int depth) {
        int inner = lines.anyWidth();
        Line left = lines.vector(inner, depth);
        return lines.line(
                "%s.linear(pass.attach(%s).tanh())".formatted(left, Weights.name(width, inner)),
                at -> at.of(left).linear(at.matrix(width, inner).tanh()));
    }

    private Line concatenation(int width, int depth) {
        int cut = lines.number(0, width);
        int from = HIDDEN - (width - cut);
        Line left = lines.vector(HIDDEN, depth);
        Line right = lines.vector(HIDDEN, depth);
        return lines.line(
                "%s.slice(1, 0, %d).concat(1, %s.slice(1, %d, %d))".formatted(left, cut, right, from, HIDDEN),
                at -> at.of(left).slice(1, 0, cut).concat(1, at.of(right).slice(1, from, HIDDEN)));
    }

    private Line repeatedNumber(int width, int depth) {
        Line number = lines.vector(1, depth);
        return lines.line("%s.expand(Shape.of(B, %d))".formatted(number, width), at -> at.of(number)
                .expand(at.rows(width)));
    }

    private Line plusASum(int width, int depth) {
        Line summed = lines.vector(lines.anyWidth(), depth);
        Line other = lines.vector(width, depth);
        return lines.line(
                "%s.sum(1).unsqueeze(1).plus(%s)".formatted(summed, other),
                at -> at.of(summed).sum(1).unsqueeze(1).plus(at.of(other)));
    }

    /** vᵢ Σⱼ uⱼ Wᵢⱼ: every number of one vector times every number of another. */
    private Line bilinear(int width, int depth) {
        int inner = lines.anyWidth();
        Line left = lines.vector(width, depth);
        Line right = lines.vector(inner, depth);
        return lines.line(
                "%s.unsqueeze(2).times(%s.unsqueeze(1)).times(pass.attach(%s)).sum(2)"
                        .formatted(left, right, Weights.name(width, inner)),
                at -> at.of(left)
                        .unsqueeze(2)
                        .times(at.of(right).unsqueeze(1))
                        .times(at.matrix(width, inner))
                        .sum(2));
    }

    private Line softmax(int width, int depth) {
        Line scores = lines.vector(width, depth);
        return lines.line("%s.softmax()".formatted(scores), at -> at.of(scores).softmax());
    }

    private Line logSoftmax(int width, int depth) {
        Line scores = lines.vector(width, depth);
        return lines.line(
                "%s.logSoftmax()".formatted(scores), at -> at.of(scores).logSoftmax());
    }

    private Line plusAParameter(int width, int depth) {
        Line vector = lines.vector(width, depth);
        return lines.line("%s.plus(pass.attach(%s))".formatted(vector, Weights.name(width)), at -> at.of(vector)
                .plus(at.vector(width)));
    }

    private Line chosen(int width, int depth) {
        Line mask = lines.vector(width, depth);
        Line left = lines.vector(width, depth);
        Line right = lines.vector(width, depth);
        return lines.line(
                "%s.greaterThan(0).select(%s, %s)".formatted(mask, left, right),
                at -> at.of(mask).greaterThan(0).select(at.of(left), at.of(right)));
    }

    private Line norm(int width, int depth) {
        return RandomFunctions.norm(lines, lines.vector(width, depth), width);
    }

    private Line repeatedRows(int width, int depth) {
        int inner = lines.anyWidth();
        Line row = lines.vector(inner, depth);
        return lines.line(
                "%s.unsqueeze(1).expand(Shape.of(B, %d, %d)).matmul(%s).times(pass.attach(%s)).sum(1)"
                        .formatted(row, REPEATED, inner, Weights.name(inner, width), Weights.name(width)),
                at -> at.of(row)
                        .unsqueeze(1)
                        .expand(at.rows(REPEATED, inner))
                        .matmul(at.weights().matrix(inner, width))
                        .times(at.vector(width))
                        .sum(1));
    }

    /** Of the numbers of two vectors in turn, one of the first and one of the second, as many as a vector has. */
    private Line interleaved(int width, int depth) {
        Line left = lines.vector(width, depth);
        Line right = lines.vector(width, depth);
        int from = lines.number(0, width);
        return lines.line(
                "%s.concat(1, %s).reshape(Shape.of(B, 2, %d)).transpose(1, 2).reshape(Shape.of(B, %d)).slice(1, %d, %d)"
                        .formatted(left, right, width, 2 * width, from, from + width),
                at -> at.of(left)
                        .concat(1, at.of(right))
                        .reshape(at.rows(2, width))
                        .transpose(1, 2)
                        .reshape(at.rows(2 * width))
                        .slice(1, from, from + width));
    }

    // ---- what reads sheets ----

    private Line sumOfASheet(int width, int depth) {
        Line sheet = lines.sheet(width, depth);
        return lines.line("%s.sum(1)".formatted(sheet), at -> at.of(sheet).sum(1));
    }

    private Line lastOfASheet(int width, int depth) {
        int last = lines.memory() - 1;
        if (last < 0) {
            return sumOfASheet(width, depth);
        }
        Line sheet = lines.sheet(width, depth);
        return lines.line(
                "%s.at(1, %d)".formatted(sheet, last), at -> at.of(sheet).at(1, last));
    }

    /** What a query finds among the steps of one sheet, in the steps of another. */
    private Line attention(int width, int depth) {
        int inner = lines.anyWidth();
        Line query = lines.vector(inner, depth);
        Line keys = lines.sheet(inner, depth);
        Line values = lines.sheet(width, depth);
        Line scores = lines.line(
                "%s.unsqueeze(1).matmul(%s.transpose(1, 2))".formatted(query, keys),
                at -> at.of(query).unsqueeze(1).matmul(at.of(keys).transpose(1, 2)));
        Line weights = lines.memory() == 0 // no scores have a largest
                ? scores
                : lines.line(
                        "%s.softmax()".formatted(scores), at -> at.of(scores).softmax());
        return lines.line(
                "%s.matmul(%s).squeeze(1)".formatted(weights, values),
                at -> at.of(weights).matmul(at.of(values)).squeeze(1));
    }
}
