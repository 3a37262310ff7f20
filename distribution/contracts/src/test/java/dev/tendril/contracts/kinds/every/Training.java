package dev.tendril.contracts.kinds.every;

import dev.tendril.api.cell.State;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Clipping;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.Reference;
import dev.tendril.api.training.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;

/** What moves parameters, and what judges. */
final class Training {
    private static final double LEARNING_RATE = 0.01;

    private Training() {}

    /** θ′ = θ − η g / (|g| + ε): the sign of the gradient (Riedmiller and Braun 1993), softened. */
    static final class SignDescent implements Optimizer<SignDescent.Nothing> {
        /** Nothing is remembered. */
        record Nothing() implements State {}

        @Override
        public double learningRate() {
            return LEARNING_RATE;
        }

        @Override
        public Nothing initialState(Tensor parameter, Pass pass) {
            return new Nothing();
        }

        @Override
        public Updated<Nothing> update(Tensor parameter, Tensor gradient, Nothing state, Scalars scalars) {
            Tensor sign = gradient.dividedBy(gradient.abs().plus(1e-4));
            return new Updated<>(parameter.minus(sign.times(scalars.of((rate, step) -> rate))), state);
        }
    }

    /** Registers {@link SignDescent}. */
    static final class SignDescentProvider extends Mine implements OptimizerProvider<NoParameters> {
        @Override
        public String description() {
            return "Steps of one size against the sign of the gradient (Riedmiller and Braun 1993), without a memory.";
        }

        @Override
        public Optimizer<?> create(NoParameters parameters) {
            return new SignDescent();
        }
    }

    /** Halves the learning rate after every epoch. */
    static final class HalvingProvider extends Mine implements ScheduleProvider<NoParameters> {
        @Override
        public String description() {
            return "Halves the learning rate after every epoch.";
        }

        @Override
        public Schedule create(NoParameters parameters) {
            return progress -> Math.pow(0.5, progress.epoch() - 1.0);
        }
    }

    /** g′ = g / (1 + |g|). */
    static final class TamedProvider extends Mine implements ClippingProvider<NoParameters> {
        @Override
        public String description() {
            return "Divides every gradient by one more than its size.";
        }

        @Override
        public Clipping create(NoParameters parameters) {
            return gradients -> {
                Map<Parameter, Tensor> tamed = new LinkedHashMap<>();
                double squares = 0;
                for (Map.Entry<Parameter, Tensor> entry : gradients.entrySet()) {
                    Tensor gradient = entry.getValue();
                    squares += gradient.square().sum().item();
                    tamed.put(entry.getKey(), gradient.dividedBy(gradient.abs().plus(1)));
                }
                return new Clipping.Clipped(tamed, Math.sqrt(squares), true);
            };
        }
    }

    /** a′ = a + (θ − a) / t. */
    static final class FlatMeanProvider extends Mine implements AveragingProvider<NoParameters> {
        @Override
        public String description() {
            return "The plain mean of the parameters over all updates (Polyak and Juditsky 1992).";
        }

        @Override
        public Averaging<?> create(NoParameters parameters) {
            return Averaging.moving(Averaging.Moment.UPDATE, update -> 1.0 / update);
        }
    }

    /** The largest error of one number. */
    static final class LargestErrorProvider extends Mine implements MetricProvider<NoParameters> {
        @Override
        public String description() {
            return "The largest difference between a predicted number and the right one.";
        }

        @Override
        public Metric create(NoParameters parameters) {
            return new LargestError();
        }
    }

    private static final class LargestError implements Metric {
        @Override
        public boolean higherIsBetter() {
            return false;
        }

        @Override
        public boolean judges(Prediction prediction, Reference reference) {
            return prediction instanceof Prediction.Numbers && reference instanceof Reference.Numbers;
        }

        @Override
        public Accumulator start() {
            return new Accumulator() {
                private double largest = Double.NaN;

                @Override
                public void add(Prediction prediction, Reference reference) {
                    double said = ((Prediction.Numbers) prediction).values().get(0);
                    double right = ((Reference.Numbers) reference).values().get(0);
                    double error = Math.abs(said - right);
                    largest = Double.isNaN(largest) ? error : Math.max(largest, error);
                }

                @Override
                public double value() {
                    return largest;
                }
            };
        }
    }
}
