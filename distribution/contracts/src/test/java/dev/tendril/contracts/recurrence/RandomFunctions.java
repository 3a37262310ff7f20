package dev.tendril.contracts.recurrence;

import dev.tendril.api.tensor.Tensor;
import dev.tendril.contracts.recurrence.RandomStep.Line;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What random steps make of vectors and sheets alike, most of all number by number: nothing that overflows. Some functions have a
 * kink. Where both ways to run a step come to lie within rounding of it, but on either side, gradients would differ and nothing would be
 * wrong; none of the first 200,000 seeds does.
 */
final class RandomFunctions {
    private static final List<OfOne> OF_ONE = List.of(
            new OfOne("%s.tanh()", Tensor::tanh),
            new OfOne("%s.sigmoid()", Tensor::sigmoid),
            new OfOne("%s.relu()", Tensor::relu),
            new OfOne("%s.abs()", Tensor::abs),
            new OfOne("%s.sin()", Tensor::sin),
            new OfOne("%s.cos()", Tensor::cos),
            new OfOne("%s.oneMinus()", Tensor::oneMinus),
            new OfOne("%s.detach()", Tensor::detach),
            new OfOne("%s.square().times(0.1)", each -> each.square().times(0.1)),
            new OfOne("%s.tanh().exp()", each -> each.tanh().exp()),
            new OfOne("%s.square().plus(1).log()", each -> each.square().plus(1).log()),
            new OfOne(
                    "%s.square().plus(1).sqrt()", each -> each.square().plus(1).sqrt()),
            new OfOne(
                    "%s.square().plus(1).reciprocal()",
                    each -> each.square().plus(1).reciprocal()));

    /** Sums most of all: the planner gathers them. */
    private static final List<OfTwo> OF_TWO = List.of(
            new OfTwo("%s.plus(%s)", Tensor::plus),
            new OfTwo("%s.plus(%s)", Tensor::plus),
            new OfTwo("%s.plus(%s)", Tensor::plus),
            new OfTwo("%s.minus(%s)", Tensor::minus),
            new OfTwo("%s.times(%s)", Tensor::times),
            new OfTwo("%s.times(%s)", Tensor::times),
            new OfTwo("%s.maximum(%s)", Tensor::maximum),
            new OfTwo("%s.minimum(%s)", Tensor::minimum),
            new OfTwo(
                    "%s.dividedBy(%s.square().plus(1))",
                    (left, right) -> left.dividedBy(right.square().plus(1))));

    private RandomFunctions() {}

    private record OfOne(String text, UnaryOperator<Tensor> function) {}

    private record OfTwo(String text, BinaryOperator<Tensor> function) {}

    /** Any function of every number of a vector or sheet. */
    static Line ofOne(RandomLines lines, Line operand) {
        OfOne chosen = lines.any(OF_ONE);
        return lines.line(chosen.text.formatted(operand), at -> chosen.function.apply(at.of(operand)));
    }

    /** Any function of every two numbers of two vectors, or two sheets, of the same shape. */
    static Line ofTwo(RandomLines lines, Line left, Line right) {
        OfTwo chosen = lines.any(OF_TWO);
        return lines.line(chosen.text.formatted(left, right), at -> chosen.function.apply(at.of(left), at.of(right)));
    }

    /** The layer norm of a vector or sheet, one vector of parameters being both gain and bias. */
    static Line norm(RandomLines lines, Line operand, int width) {
        return lines.line(
                "%1$s.layerNorm(%2$s, %2$s, 0.01)".formatted(operand, RandomCell.Weights.name(width)),
                at -> at.of(operand)
                        .layerNorm(at.weights().vector(width), at.weights().vector(width), 0.01));
    }
}
