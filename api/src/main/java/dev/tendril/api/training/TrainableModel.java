package dev.tendril.api.training;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import java.util.List;
import java.util.Map;

/** A model as the training loop sees it. */
@HostImplemented
public interface TrainableModel {

    /** The engine it computes with. */
    Engine engine();

    /** What is learnt. */
    ParameterStore parameters();

    /** The loss of every head on a batch. */
    List<HeadLoss> losses(Batch batch, Pass pass);

    /** The {@linkplain LossValue#weight weight} of every head's loss on a batch, by the head's name, without computing the loss. */
    Map<String, Double> lossWeights(Batch batch);

    /**
     * The loss of one head. The model's loss is the sum of {@code weight · mean} over its heads.
     *
     * @param head name of the node
     * @param weight of this head in the sum
     * @param value over the batch
     */
    record HeadLoss(String head, double weight, LossValue value) {}
}
