package dev.tendril.training;

import dev.tendril.api.data.Batch;
import java.util.List;

/** The batches that a model is trained on. */
@FunctionalInterface
public interface EpochBatches {
    /**
     * The batches of an epoch, in the order they are used. Which, and in what order, depends on the number alone, so that a run can
     * be resumed. The list may make a batch when it is asked for; each is asked for at most once, in order.
     *
     * @param epoch from 1
     * @throws dev.tendril.api.DataException if the data cannot be read, from here or from the list
     */
    List<Batch> of(int epoch);
}
