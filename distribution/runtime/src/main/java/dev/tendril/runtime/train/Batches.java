package dev.tendril.runtime.train;

import dev.tendril.api.data.Batch;
import dev.tendril.nlp.batching.BatchPlan;
import dev.tendril.nlp.batching.BucketedBatches;
import dev.tendril.training.EpochBatches;
import java.util.AbstractList;
import java.util.List;

/**
 * Bucketed batches as the training loop asks for them.
 *
 * @param batches of the training split
 */
record Batches(BucketedBatches batches) implements EpochBatches {
    /** So many batches are sorted together by length. */
    static final int CHUNK = 32;

    @Override
    public List<Batch> of(int epoch) {
        BatchPlan plan = batches.epoch(epoch);
        return new AbstractList<>() {
            @Override
            public Batch get(int index) {
                return plan.batch(index);
            }

            @Override
            public int size() {
                return plan.size();
            }
        };
    }
}
