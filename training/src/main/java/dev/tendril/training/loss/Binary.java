package dev.tendril.training.loss;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;

/**
 * Cross-entropy between the scores of classes that hold independently and the set of those that do, summed over real steps.
 * <pre>
 *   L = Σ_s Σ_v w_sv (log(1 + exp z_sv) − y_sv z_sv)      s over real steps, v over the V classes
 *   w_sv = positive weight where y_sv = 1, else 1
 * </pre>
 * A term is −log σ(z) where y = 1 and −log(1 − σ(z)) where y = 0. It is computed as {@code max(z, 0) − y z + log(1 + exp(−|z|))}, which
 * no score is too large for; {@code max(z, 0)} as {@code (z + |z|) / 2}, so that the gradient at 0 is ½ − y too.
 *
 * <p>Shapes: scores {@code z [B, V]} or {@code [B, T, V]}, and the numbers {@code y} of a set alike. The weight is the number of real
 * steps.
 */
final class Binary implements Loss {
    private static final Comparison COMPARISON = new Comparison("binary");

    private final double positiveWeight;

    Binary(double positiveWeight) {
        this.positiveWeight = positiveWeight;
    }

    @Override
    public void check(EdgeType output, EdgeType target) {
        if (!(target.element() instanceof Element.IdSet classes)) {
            throw COMPARISON.mismatch(
                    "wants sets of ids, set(V), such as a field of label sets, as target; it is connected to "
                            + target);
        }
        Size scores = COMPARISON.vectors(output, "one score a class, real[V],");
        COMPARISON.checkAxes(output, target);
        COMPARISON.checkSizes(scores, classes.vocabulary(), "one score a class");
    }

    @Override
    public Tensor of(Sequence output, Value target, Pass pass) {
        Tensor y = COMPARISON.numbers(output, target).zeroPadded(pass).values(); // [..., V]
        Tensor z = output.zeroPadded(pass).values();
        Tensor size = z.abs();
        Tensor terms = z.plus(size)
                .times(0.5)
                .minus(y.times(z))
                .plus(size.negate().exp().plus(1).log());
        Tensor weighed = positiveWeight == 1 ? terms : terms.times(y.affine(positiveWeight - 1, 1));
        return output.with(weighed).zeroPadded(pass).values().sum(); // []
    }

    @Override
    public double weight(Value target) {
        return Comparison.realSteps(target);
    }
}
