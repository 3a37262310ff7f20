package dev.tendril.training;

import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import java.util.List;
import java.util.Optional;

/** The loss of a model with any number of heads. */
final class ModelLoss {
    private ModelLoss() {}

    /**
     * Σ weight · mean over the heads that saw a real step and weigh something, a scalar; empty if there is no such head, so that
     * there is nothing to learn from.
     */
    static Optional<Tensor> of(List<HeadLoss> heads) {
        return heads.stream()
                .filter(ModelLoss::counts)
                .map(head -> head.value().mean().times(head.weight()))
                .reduce(Tensor::plus);
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
