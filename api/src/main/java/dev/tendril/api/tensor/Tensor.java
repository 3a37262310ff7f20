package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;
import java.util.Arrays;

/**
 * An immutable array of numbers with a shape, row-major.
 *
 * <p>Every tensor belongs to one {@link Pass}, except parameters and constants, which belong to none and take part in the
 * pass of the other operand. An operation on tensors of two passes, or on tensors of a closed pass, is an error. An operation
 * is recorded for gradients exactly if its pass records.
 *
 * <p>Operations come in two sizes. <em>Narrow</em> ones are abstract here. <em>Wide</em> ones are default methods composed of
 * narrow ones: the composition is their specification; an engine may override it with one fused computation that agrees with
 * it. Binary elementwise operations broadcast as {@link Shape#broadcast} says. Masks are tensors of 1 (a real step) and 0.
 * Scalars are {@code double}. Axes may be negative: −1 is the last.
 *
 * <p>Any operation throws {@link IllegalArgumentException} naming both shapes if they do not fit.
 */
@HostImplemented
public interface Tensor {

    /** The sizes of the axes. */
    Shape shape();

    /** How the numbers are stored. */
    Precision precision();

    /** Whether this tensor belongs to a pass; false for parameters, constants and copies. */
    boolean attached();

    /**
     * The pass this tensor belongs to.
     *
     * @throws IllegalStateException if it belongs to none
     */
    Pass pass();

    // ---- reading ----

    /**
     * All numbers, row-major, as a fresh array.
     *
     * @throws IllegalStateException if the pass is closed, or the tensor exists only inside a trace
     */
    double[] toDoubles();

    /** All numbers rounded to float32, row-major, as a fresh array; errors as {@link #toDoubles}. */
    float[] toFloats();

    /**
     * The only number of a tensor with one element.
     *
     * @throws IllegalStateException if it has another number of elements
     */
    default double item() {
        if (shape().elements() != 1) {
            throw new IllegalStateException("item() wants one element, the shape is " + shape());
        }
        return toDoubles()[0];
    }

    /** Σ x² over all numbers, in double precision; infinite or NaN if a number is. Errors as {@link #toDoubles}. */
    default double sumOfSquares() {
        double sum = 0;
        for (double number : toDoubles()) {
            sum += number * number;
        }
        return sum;
    }

    /** The same numbers without a pass: outlives every pass, takes part in no gradient. */
    Tensor copy();

    /** The same numbers in the same pass, where gradients stop. */
    Tensor detach();

    // ---- narrow: elementwise, one operand ----

    /** {@code scale · x + shift}. */
    Tensor affine(double scale, double shift);

    /** eˣ. */
    Tensor exp();

    /** Natural logarithm. */
    Tensor log();

    /** Square root; its gradient at 0 is infinite. */
    Tensor sqrt();

    /** 1 / x. */
    Tensor reciprocal();

    /** |x|, with gradient 0 at 0. */
    Tensor abs();

    /** 1 / (1 + e⁻ˣ). */
    Tensor sigmoid();

    /** Hyperbolic tangent. */
    Tensor tanh();

    /** max(x, 0), with gradient 0 at 0. */
    Tensor relu();

    /** Sine of x in radians. */
    Tensor sin();

    /** Cosine of x in radians. */
    Tensor cos();

    // ---- narrow: elementwise, two operands ----

    /** Sum. */
    Tensor plus(Tensor other);

    /** Difference. */
    Tensor minus(Tensor other);

    /** Elementwise product, ⊙. */
    Tensor times(Tensor other);

    /** Elementwise quotient. */
    Tensor dividedBy(Tensor other);

    /** The larger of both; where equal, the gradient goes to this. */
    Tensor maximum(Tensor other);

    /** The smaller of both; where equal, the gradient goes to this. */
    Tensor minimum(Tensor other);

    /** 1 where this is greater, else 0; no gradient. */
    Tensor greaterThan(Tensor other);

    /** 1 where this is greater than a number, else 0; no gradient. */
    Tensor greaterThan(double number);

    /**
     * Chooses per element, this being the mask: {@code whenTrue} where the mask is not 0, else {@code whenFalse}. The element
     * not chosen is never read, so a NaN there changes neither value nor gradient. All three broadcast.
     */
    Tensor select(Tensor whenTrue, Tensor whenFalse);

    /** {@link #select(Tensor, Tensor)} with one number for the elements where the mask is 0. */
    Tensor select(Tensor whenTrue, double whenFalse);

    // ---- narrow: products ----

    /**
     * Matrix product over the last two axes: [..., M, K] by [..., K, N] gives [..., M, N]; leading axes broadcast. Every element
     * is one sum in ascending k, so it depends neither on the batch's size nor on the number of threads.
     */
    Tensor matmul(Tensor other);

    // ---- narrow: shape ----

    /** The same numbers, row-major, under another shape with as many elements. */
    Tensor reshape(Shape shape);

    /** Merges axes {@code first} to {@code last} (inclusive) into one. */
    Tensor flatten(int first, int last);

    /** Inserts an axis of size 1 before position {@code axis} (−1: after the last). */
    Tensor unsqueeze(int axis);

    /** Drops an axis of size 1. */
    Tensor squeeze(int axis);

    /** Swaps two axes. */
    Tensor transpose(int first, int second);

    /** The part of an axis from {@code from} (inclusive) to {@code to} (exclusive). */
    Tensor slice(int axis, int from, int to);

    /** Broadcasts to a larger shape. */
    Tensor expand(Shape shape);

    /** This, followed by others along an axis; all other sizes are equal. */
    Tensor concat(int axis, Tensor... others);

    /** A growing tensor with one step more: [B, t, D...] followed by [B, D...] gives [B, t + 1, D...]. */
    Tensor append(Tensor step);

    // ---- narrow: reductions ----

    /** Sum of all elements, a scalar. */
    Tensor sum();

    /** Sum along an axis, which is dropped. */
    Tensor sum(int axis);

    /** Maximum along an axis, which is dropped; the gradient goes to the first that is largest. An empty axis is an error. */
    Tensor max(int axis);

    /** Position of the first maximum along an axis, which is dropped. An empty axis is an error. */
    Ids argmax(int axis);

    // ---- narrow: look-up ----

    /** Rows of this table [V, D...] by id: ids [S...] give [S..., D...]. An id outside 0…V − 1 is an error naming it. */
    Tensor rows(Ids ids);

    /** One element a row of the last axis: [S..., V] by ids [S...] gives [S...]. An id outside 0…V − 1 is an error naming it. */
    Tensor pick(Ids ids);

    /**
     * Steps of each row: this [B, T, D...] by positions [B, S] gives [B, S, D...]. Position −1 gives zeros and reads nothing;
     * any other outside 0…T − 1 is an error.
     */
    Tensor steps(Ids positions);

    /** Entries of the first axis by number, repeated or left out as wished: [B, ...] by positions [N] gives [N, ...]. */
    default Tensor gather(Ids positions) {
        return rows(positions);
    }

    // ---- composed ----

    /** {@code x · factor}. */
    default Tensor times(double factor) {
        return affine(factor, 0);
    }

    /** {@code x + summand}. */
    default Tensor plus(double summand) {
        return affine(1, summand);
    }

    /** {@code −x}. */
    default Tensor negate() {
        return affine(-1, 0);
    }

    /** {@code 1 − x}. */
    default Tensor oneMinus() {
        return affine(-1, 1);
    }

    /** x ⊙ x. */
    default Tensor square() {
        return times(this);
    }

    /** Mean along an axis, which is dropped. An empty axis is an error. */
    default Tensor mean(int axis) {
        int size = shape().size(axis);
        if (size == 0) {
            throw new IllegalArgumentException("mean over the empty axis " + axis + " of shape " + shape());
        }
        return sum(axis).times(1.0 / size);
    }

    /** One entry of an axis, which is dropped. */
    default Tensor at(int axis, int position) {
        return slice(axis, position, position + 1).squeeze(axis);
    }

    // ---- wide: composed of narrow ones, which is their specification ----

    /** {@code x Uᵀ}: [..., I] by weight [O, I] gives [..., O]. */
    default Tensor linear(Tensor weight) {
        if (weight.shape().rank() != 2 || shape().rank() == 0 || weight.shape().size(1) != shape().size(-1)) {
            throw new IllegalArgumentException(
                    "linear wants x [..., I] and weight [O, I], got x " + shape() + " and weight " + weight.shape());
        }
        if (shape().rank() == 1) {
            return unsqueeze(0).matmul(weight.transpose(0, 1)).squeeze(0);
        }
        return matmul(weight.transpose(0, 1));
    }

    /** {@code x Uᵀ + b}: [..., I] by weight [O, I] and bias [O] gives [..., O]. The sum of an element starts from its bias. */
    default Tensor linear(Tensor weight, Tensor bias) {
        return linear(weight).plus(bias);
    }

    /** Softmax along the last axis. */
    default Tensor softmax() {
        Tensor shifted = minus(max(-1).unsqueeze(-1).detach());
        Tensor exponentials = shifted.exp();
        return exponentials.dividedBy(exponentials.sum(-1).unsqueeze(-1));
    }

    /** Logarithm of the softmax along the last axis. */
    default Tensor logSoftmax() {
        Tensor shifted = minus(max(-1).unsqueeze(-1).detach());
        return shifted.minus(shifted.exp().sum(-1).unsqueeze(-1).log());
    }

    /**
     * Softmax along the last axis over the elements whose mask (broadcast) is not 0; the others are never read and weigh 0. A
     * row whose mask is 0 throughout gives zeros.
     */
    default Tensor maskedSoftmax(Tensor mask) {
        Tensor known = mask.select(this, -1e30);
        Tensor exponentials =
                mask.select(known.minus(known.max(-1).unsqueeze(-1).detach()).exp(), 0);
        Tensor total = exponentials.sum(-1).unsqueeze(-1);
        return exponentials.dividedBy(total.greaterThan(0).select(total, 1));
    }

    /** Layer normalisation over the last axis (Ba et al. 2016): {@code gain ⊙ (x − μ) / √(σ² + epsilon) + bias}. */
    default Tensor layerNorm(Tensor gain, Tensor bias, double epsilon) {
        Tensor centred = minus(mean(-1).unsqueeze(-1));
        Tensor deviation = centred.square().mean(-1).unsqueeze(-1).plus(epsilon).sqrt();
        return centred.dividedBy(deviation).times(gain).plus(bias);
    }

    /** {@code layerNorm(x + residual)}. */
    default Tensor addNorm(Tensor residual, Tensor gain, Tensor bias, double epsilon) {
        return plus(residual).layerNorm(gain, bias, epsilon);
    }

    /**
     * The weights of multi-head scaled dot-product attention (Vaswani et al. 2017), this being the queries: softmax(Q Kᵀ / √D) of every
     * head. The features of a step hold the heads side by side.
     *
     * @param keys [..., S, H · D]
     * @param mask broadcast to [..., T, S]; 0 hides a key from a query, whose score is never read and which weighs 0
     * @param heads H
     * @param causal whether query t sees only the first t + 1 keys
     * @return [..., H, T, S]; a query that sees no key has zeros
     */
    default Tensor attentionWeights(Tensor keys, Tensor mask, int heads, boolean causal) {
        Shape queries = shape();
        if (heads < 1 || queries.rank() < 2 || keys.shape().rank() < 2 || queries.size(-1) % heads != 0) {
            throw new IllegalArgumentException("attention of " + heads + " heads wants queries [..., T, H · D] and keys"
                    + " [..., S, H · D], got " + queries + " and " + keys.shape());
        }
        Tensor scores = perHead(this, heads)
                .matmul(perHead(keys, heads).transpose(-1, -2))
                .times(1 / Math.sqrt(queries.size(-1) / (double) heads)); // [..., H, T, S]
        Tensor seen = causal
                ? mask.times(pass().causalMask(queries.size(-2), keys.shape().size(-2)))
                : mask;
        return scores.maskedSoftmax(seen.shape().rank() < 2 ? seen : seen.unsqueeze(-3));
    }

    /**
     * What attention sees, this being its weights [..., H, T, S]: the weighted sums of every head, the heads side by side.
     *
     * @param values [..., S, H · E]; those that weigh 0 are multiplied with 0, so they must be finite
     *     (see {@link dev.tendril.api.data.Sequence#zeroPadded})
     * @return [..., T, H · E]
     */
    default Tensor attentionContext(Tensor values) {
        if (shape().rank() < 3 || values.shape().rank() < 2 || values.shape().size(-1) % shape().size(-3) != 0) {
            throw new IllegalArgumentException("the context of attention wants weights [..., H, T, S] and values"
                    + " [..., S, H · E], got " + shape() + " and " + values.shape());
        }
        return matmul(perHead(values, shape().size(-3))).transpose(-2, -3).flatten(-2, -1);
    }

    /**
     * Multi-head scaled dot-product attention (Vaswani et al. 2017), this being the queries [..., T, H · D]: what each sees of the
     * values, weighed by {@link #attentionWeights}.
     *
     * @param keys [..., S, H · D]
     * @param values [..., S, H · E], as {@link #attentionContext} wants them
     * @param mask broadcast to [..., T, S]; 0 hides a key
     * @param heads H
     * @param causal whether query t sees only the first t + 1 keys
     * @return [..., T, H · E]
     */
    default Tensor attend(Tensor keys, Tensor values, Tensor mask, int heads, boolean causal) {
        return attentionWeights(keys, mask, heads, causal).attentionContext(values);
    }

    /**
     * Weighted sum of cross-entropies, this being the logits [..., V]: Σ weight · −log softmax(logits)[target], a scalar. With
     * {@code smoothing} ε the target distribution is (1 − ε) on the target plus ε / V on every class (Szegedy et al. 2016).
     * Positions of weight 0 are never read.
     *
     * @param targets [...], each in 0…V − 1, at positions of weight 0 too (padding holds 0)
     * @param weights [...]
     */
    default Tensor crossEntropy(Ids targets, Tensor weights, double smoothing) {
        Tensor known = weights.unsqueeze(-1).abs().select(this, 0);
        Tensor logProbabilities = known.logSoftmax();
        Tensor picked = logProbabilities.pick(targets);
        Tensor mixed = smoothing == 0
                ? picked
                : picked.times(1 - smoothing).plus(logProbabilities.mean(-1).times(smoothing));
        return mixed.times(weights).sum().negate();
    }

    /** [..., T, H · D] → [..., H, T, D]. */
    private static Tensor perHead(Tensor x, int heads) {
        Shape split = x.shape().with(-1, heads).append(x.shape().size(-1) / heads);
        return x.reshape(split).transpose(-2, -3);
    }

    /** Puts tensors of one shape beside each other along a new axis. */
    static Tensor stack(int axis, Tensor... tensors) {
        Tensor[] raised =
                Arrays.stream(tensors).map(tensor -> tensor.unsqueeze(axis)).toArray(Tensor[]::new);
        return raised[0].concat(axis, Arrays.copyOfRange(raised, 1, raised.length));
    }
}
