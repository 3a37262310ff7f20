package dev.tendril.training;

import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loss of a model with any number of heads. */
final class ModelLoss {
    private ModelLoss() {}

    /**
     * What a shard of a batch adds to Σ weight · mean, a scalar, where means are over the whole batch. Only heads that saw a real step in
     * the shard and weigh something count; empty if there is no such head, so that there is nothing to learn from.
     *
     * @param heads losses on the shard
     * @param weights of every head's loss on the whole batch
     */
    static Optional<Tensor> of(List<HeadLoss> heads, Map<String, Double> weights) {
        return heads.stream()
                .filter(ModelLoss::counts)
                .map(head ->
                        head.value().total().times(1 / weight(head, weights)).times(head.weight()))
                .reduce(Tensor::plus);
    }

    /** Whether a head saw a real step in the whole batch and weighs something. */
    static boolean learns(List<HeadLoss> heads, Map<String, Double> weights) {
        return heads.stream().anyMatch(head -> head.weight() != 0 && weight(head, weights) != 0);
    }

    private static double weight(HeadLoss head, Map<String, Double> weights) {
        Double weight = weights.get(head.head());
        if (weight == null) {
            throw new IllegalStateException(
                    "the model gives the loss of head '" + head.head() + "' and no weight of it");
        }
        return weight;
    }

    /** The head whose loss is not finite, in words; empty if all are. */
    static Optional<String> nonFinite(List<HeadLoss> heads) {
        return heads.stream()
                .filter(ModelLoss::counts)
                .filter(head -> !Double.isFinite(head.value().total().item()))
                .map(head -> "the loss of head '" + head.head() + "' is "
                        + head.value().total().item())
                .findFirst();
    }

    private static boolean counts(HeadLoss head) {
        return head.weight() != 0 && head.value().weight() != 0;
    }
}
