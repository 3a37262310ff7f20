package dev.tendril.layers.testing;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Terms of predicted and wanted numbers, summed over the features of real steps.
 *
 * @param terms number by number
 */
record SummedNumbers(BinaryOperator<Tensor> terms) implements Loss {

    /** Σ (z − y)², and Σ log(1 + exp z) − y z. */
    static List<LossProvider<?>> providers() {
        return List.of(
                new Provider("squared_errors", (z, y) -> z.minus(y).square()),
                new Provider(
                        "independent_classes", (z, y) -> z.exp().plus(1).log().minus(y.times(z))));
    }

    @Override
    public void check(EdgeType output, EdgeType target) {}

    @Override
    public Tensor of(Sequence output, Value target, Pass pass) {
        Tensor predicted = output.zeroPadded(pass).values();
        Tensor wanted = ((Sequence) target).zeroPadded(pass).values();
        return output.with(terms.apply(predicted, wanted))
                .zeroPadded(pass)
                .values()
                .sum();
    }

    @Override
    public double weight(Value target) {
        return target.levels() == 0
                ? target.rows()
                : (double) target.lengths().get(0).total();
    }

    private record Provider(String name, BinaryOperator<Tensor> terms) implements LossProvider<NoParameters> {
        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Terms of numbers summed over real steps.";
        }

        @Override
        public Loss create(NoParameters parameters) {
            return new SummedNumbers(terms);
        }
    }
}
