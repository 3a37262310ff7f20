package dev.tendril.training;

import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import java.util.List;
import java.util.Map;

/**
 * A whole batch.
 *
 * @param model that learns
 * @param shards of the batch
 */
record WholeBatch(TrainableModel model, Shards shards) implements Portion {
    @Override
    public int pieces() {
        return shards.count();
    }

    @Override
    public Batch examples(int piece) {
        return shards.shard(piece, model.engine());
    }

    @Override
    public List<HeadLoss> losses(Batch examples, Pass pass) {
        return model.losses(examples, pass);
    }

    @Override
    public Map<String, Double> weights(List<HeadLoss> heads) {
        return model.lossWeights(shards.batch());
    }
}
