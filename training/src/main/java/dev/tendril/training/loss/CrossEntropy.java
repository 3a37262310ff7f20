package dev.tendril.training.loss;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;

/**
 * Cross-entropy between scores and one class, summed over real steps.
 * <pre>
 *   L = −Σ_s Σ_v q_sv log softmax(z_s)_v      s over real steps, v over the V classes
 *   q_sv = (1 − ε)[v = target_s] + ε / V      label smoothing (Szegedy et al. 2016, section 7)
 * </pre>
 * Smoothing is a means of training: in a pass that does not train ε counts as 0, so that a loss measured on held-out data is the
 * negative log-likelihood, whose exponential is the perplexity.
 *
 * <p>Shapes: output {@code z [B, V]} with target {@code [B]}, or {@code z [B, T, V]} with target {@code [B, T]}. The weight is the
 * number of real steps.
 */
final class CrossEntropy implements Loss {
    private static final Comparison COMPARISON = new Comparison("cross_entropy");

    private final double labelSmoothing;

    CrossEntropy(double labelSmoothing) {
        this.labelSmoothing = labelSmoothing;
    }

    @Override
    public void check(EdgeType output, EdgeType target) {
        if (!(target.element() instanceof Element.Id classes)) {
            throw COMPARISON.mismatch(
                    "wants ids, such as a text or label field, as target; it is connected to " + target);
        }
        Size scores = COMPARISON.vectors(output, "one score a class, real[V],");
        COMPARISON.checkAxes(output, target);
        COMPARISON.checkSizes(scores, classes.vocabulary(), "one score a class");
    }

    @Override
    public Tensor of(Sequence output, Value target, Pass pass) {
        if (!(target instanceof IdSequence wanted)) {
            throw new IllegalArgumentException(
                    "cross_entropy wants ids as target, got numbers of shape " + target.shape());
        }
        checkAligned(output, wanted);
        Tensor weights = wanted.levels() == 0 ? pass.ones(wanted.shape()) : wanted.mask(pass);
        double smoothing = pass.training() ? labelSmoothing : 0;
        return output.values().crossEntropy(wanted.ids(), weights, smoothing); // [..., V] → []
    }

    @Override
    public double weight(Value target) {
        return Comparison.realSteps(target);
    }

    private static void checkAligned(Sequence output, IdSequence target) {
        boolean aligned = output.levels() <= 1
                && output.shape().rank() == target.shape().rank() + 1
                && output.rows() == target.rows()
                && output.lengths().equals(target.lengths())
                && (output.levels() == 0
                        || output.shape().size(1) == target.shape().size(1));
        if (!aligned) {
            throw new IllegalArgumentException("cross_entropy wants scores [B, V] with target [B], or [B, T, V] with"
                    + " [B, T] of the same lengths; got scores " + output.shape() + " of lengths "
                    + output.lengths() + " and target " + target.shape() + " of lengths " + target.lengths());
        }
    }
}
