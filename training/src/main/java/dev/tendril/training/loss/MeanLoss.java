package dev.tendril.training.loss;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean loss over many batches: every real step counts alike, whatever batch it stood in. A value.
 *
 * @param heads sums by head, in the order of the model
 */
public record MeanLoss(Map<String, HeadSum> heads) {
    /** Name under which an evaluator reports {@link #value}. */
    public static final String LOSS = "loss";

    /** Name under which an evaluator reports {@link #perplexity}. */
    public static final String PERPLEXITY = "perplexity";

    public MeanLoss {
        heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
    }

    /**
     * Sums of one head.
     *
     * @param weight of the head in the model's loss
     * @param total loss over all real steps
     * @param steps how many real steps, or the sum of their weights
     */
    public record HeadSum(double weight, double total, double steps) {
        /** Mean over the real steps; 0 if there was none. */
        public double mean() {
            return steps == 0 ? 0 : total / steps;
        }
    }

    /** Before the first batch. */
    public static MeanLoss none() {
        return new MeanLoss(Map.of());
    }

    /**
     * The mean loss of a model over batches, outside training.
     *
     * @throws java.util.concurrent.CancellationException if the token was cancelled
     */
    public static MeanLoss over(TrainableModel model, Iterable<Batch> batches, CancellationToken cancellation) {
        MeanLoss sum = none();
        for (Batch batch : batches) {
            cancellation.throwIfCancelled();
            try (Pass pass = model.engine().open(PassOptions.inference().cancelledBy(cancellation))) {
                sum = sum.plus(model.losses(batch, pass));
            }
        }
        return sum;
    }

    /** These sums and one more batch, whose pass is still open. */
    public MeanLoss plus(List<HeadLoss> losses) {
        Map<String, HeadSum> sums = new LinkedHashMap<>(heads);
        for (HeadLoss loss : losses) {
            HeadSum before = sums.getOrDefault(loss.head(), new HeadSum(loss.weight(), 0, 0));
            double steps = loss.value().weight();
            double total = steps == 0 ? 0 : loss.value().total().item();
            sums.put(loss.head(), new HeadSum(loss.weight(), before.total() + total, before.steps() + steps));
        }
        return new MeanLoss(sums);
    }

    /** The model's loss: the sum of {@code weight · mean} over its heads; NaN if nothing was summed. */
    public double value() {
        if (steps() == 0) {
            return Double.NaN;
        }
        return heads.values().stream()
                .mapToDouble(head -> head.weight() == 0 ? 0 : head.weight() * head.mean())
                .sum();
    }

    /** Real steps of all heads together. */
    public double steps() {
        return heads.values().stream().mapToDouble(HeadSum::steps).sum();
    }

    /**
     * Perplexity of a head whose loss is a cross-entropy: the exponential of its mean over real steps, so that uniform guessing
     * among V tokens has perplexity V.
     *
     * @throws IllegalArgumentException if there is no such head
     */
    public double perplexity(String head) {
        HeadSum sum = heads.get(head);
        if (sum == null) {
            throw new IllegalArgumentException("no head '" + head + "', only " + heads.keySet());
        }
        return Math.exp(sum.mean());
    }
}
