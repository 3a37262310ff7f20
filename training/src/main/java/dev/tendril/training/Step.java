package dev.tendril.training;

import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Clipping.Clipped;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import dev.tendril.training.clipping.GlobalNorm;
import dev.tendril.training.loss.MeanLoss;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One update: losses and gradients of every piece of a portion, their sum, clipping, optimiser. The pass of a piece closes before the next
 * one opens.
 *
 * @param learner what changes
 * @param rule how it changes
 * @param number of the update, from 1
 * @param factor of the schedule on the learning rates
 */
record Step(Learner learner, UpdateRule rule, long number, double factor) {
    /** How a step ended. */
    sealed interface Outcome {
        /**
         * The parameters moved.
         *
         * @param loss of the batch
         * @param epochLoss sums of the epoch with this batch
         * @param norm of the gradients before clipping
         * @param clipped whether clipping acted
         */
        record Updated(double loss, MeanLoss epochLoss, double norm, boolean clipped) implements Outcome {}

        /** No head saw a real step. */
        record Nothing() implements Outcome {}

        /**
         * A loss or gradient is not a finite number; nothing moved.
         *
         * @param what which, in words
         */
        record NonFinite(String what) implements Outcome {}
    }

    /**
     * Takes the step.
     *
     * @param options of a training pass over the examples of a piece
     * @param before sums of the epoch before this portion
     */
    Outcome take(Portion portion, Function<Batch, PassOptions> options, MeanLoss before) {
        Map<String, Double> weights = Map.of();
        ShardSum sum = new ShardSum(learner.movers().trained());
        MeanLoss epochLoss = before;
        for (int piece = 0; ; piece++) {
            Batch examples = portion.examples(piece);
            try (Pass pass = learner.engine().open(options.apply(examples))) {
                List<HeadLoss> heads = portion.losses(examples, pass);
                weights = piece == 0 ? portion.weights(heads) : weights;
                if (!ModelLoss.learns(heads, weights)) {
                    return new Outcome.Nothing();
                }
                ShardSum.Part part = part(ModelLoss.of(heads, weights));
                if (!Double.isFinite(part.loss())) {
                    return new Outcome.NonFinite(ModelLoss.nonFinite(heads).orElse("the loss is " + part.loss()));
                }
                epochLoss = epochLoss.plus(heads);
                if (piece == portion.pieces() - 1) {
                    return update(sum.total(part, pass), epochLoss);
                }
                sum.add(part, pass);
            }
        }
    }

    /** What a shard gives; nothing if no head saw a real step there. */
    private ShardSum.Part part(Optional<Tensor> loss) {
        double value = loss.map(Tensor::item).orElse(0.0);
        boolean finite = Double.isFinite(value);
        return new ShardSum.Part(value, loss.isPresent() && finite ? gradients(loss.get()) : Map.of());
    }

    /** By parameter, in the order the parameters were made, of those that are trained and that the loss depends on. */
    private Map<Parameter, Tensor> gradients(Tensor loss) {
        Gradients gradients = learner.engine().gradients(loss, learner.movers().trained());
        Map<Parameter, Tensor> reached = new LinkedHashMap<>();
        for (Parameter parameter : learner.movers().trained()) {
            if (gradients.reaches(parameter)) {
                reached.put(parameter, gradients.of(parameter));
            }
        }
        return reached;
    }

    private Outcome update(ShardSum.Part sum, MeanLoss epochLoss) {
        if (!Double.isFinite(sum.loss())) {
            return new Outcome.NonFinite("the loss is " + sum.loss());
        }
        Clipped clipped = clip(sum.gradients());
        if (!Double.isFinite(clipped.norm())) {
            return new Outcome.NonFinite(nonFinite(sum.gradients()));
        }
        learner.movers().update(clipped.gradients(), factor, number);
        return new Outcome.Updated(sum.loss(), epochLoss, clipped.norm(), clipped.acted());
    }

    private Clipped clip(Map<Parameter, Tensor> gradients) {
        return rule.clipping()
                .map(clipping -> clipping.clip(gradients))
                .orElseGet(() -> new Clipped(gradients, GlobalNorm.of(gradients.values()), false));
    }

    private static String nonFinite(Map<Parameter, Tensor> gradients) {
        for (Map.Entry<Parameter, Tensor> entry : gradients.entrySet()) {
            double[] elements = entry.getValue().toDoubles();
            long bad = Arrays.stream(elements)
                    .filter(element -> !Double.isFinite(element))
                    .count();
            if (bad > 0) {
                return "the gradient of parameter " + entry.getKey().path() + " has " + bad
                        + " numbers that are not finite among " + elements.length;
            }
        }
        return "the norm of the gradients is too large for a number";
    }
}
