package dev.tendril.training.loss;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import java.util.function.UnaryOperator;

/**
 * A penalty of the error of predicted numbers: its mean over the features, summed over real steps.
 * <pre>
 *   L = Σ_s 1/D Σ_d φ(z_sd − y_sd)      s over real steps, d over the D features, φ(0) = 0
 * </pre>
 * Shapes: output {@code z} and target {@code y} alike, {@code [B, D]} or {@code [B, T, D]}. The weight is the number of real steps.
 */
final class ErrorLoss implements Loss {
    private final Comparison comparison;
    private final UnaryOperator<Tensor> penalty;

    /**
     * A loss.
     *
     * @param name in YAML
     * @param penalty φ, number by number
     */
    ErrorLoss(String name, UnaryOperator<Tensor> penalty) {
        this.comparison = new Comparison(name);
        this.penalty = penalty;
    }

    @Override
    public void check(EdgeType output, EdgeType target) {
        if (!(target.element() instanceof Element.Real real) || real.sizes().size() != 1) {
            throw comparison.mismatch(
                    "wants vectors of numbers, real[D], such as a field of numbers, as target; it is connected to "
                            + target);
        }
        Size predicted = comparison.vectors(output, "a number for each of the target, real[D],");
        comparison.checkAxes(output, target);
        comparison.checkSizes(predicted, real.sizes().get(0), "a number for each of the target");
    }

    @Override
    public Tensor of(Sequence output, Value target, Pass pass) {
        Tensor wanted = comparison.numbers(output, target).zeroPadded(pass).values();
        Tensor errors = output.zeroPadded(pass).values().minus(wanted); // [..., D], 0 in the padding
        return penalty.apply(errors).sum().times(1.0 / errors.shape().size(-1)); // []
    }

    @Override
    public double weight(Value target) {
        return Comparison.realSteps(target);
    }
}
