package dev.tendril.training;

import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import java.util.List;
import java.util.Map;

/** What one update is made from: a batch, in one piece or in shards, or a window of it. */
interface Portion {

    /** Number of pieces that are computed one after the other. */
    int pieces();

    /** The examples of a piece. */
    Batch examples(int piece);

    /** The losses of a piece. */
    List<HeadLoss> losses(Batch examples, Pass pass);

    /**
     * The weight of every head's loss on the whole portion.
     *
     * @param heads losses of the first piece
     */
    Map<String, Double> weights(List<HeadLoss> heads);
}
