package dev.tendril.layers.testing;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;

/** Cross-entropy summed over real steps. */
final class SummedCrossEntropy implements Loss {
    static final String NAME = "cross_entropy";

    @Override
    public void check(EdgeType output, EdgeType target) {}

    @Override
    public Tensor of(Sequence output, Value target, Pass pass) {
        Tensor weights = target.levels() == 0 ? pass.ones(Shape.of(target.rows())) : target.mask(pass);
        return output.values().crossEntropy(((IdSequence) target).ids(), weights, 0);
    }

    @Override
    public double weight(Value target) {
        return target.levels() == 0
                ? target.rows()
                : (double) target.lengths().get(0).total();
    }

    static final class Provider implements LossProvider<NoParameters> {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Cross-entropy summed over real steps.";
        }

        @Override
        public Loss create(NoParameters parameters) {
            return new SummedCrossEntropy();
        }
    }
}
