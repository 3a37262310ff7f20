package dev.tendril.nlp.batching;

import dev.tendril.api.data.Batch;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Which examples make up which batch of one pass over a data set. Batches are put together when they are asked for, so that a run
 * may resume at any of them. Immutable and thread-safe.
 */
public final class BatchPlan {
    private final EncodedDataSet data;
    private final int[] order;
    private final int[] batches;
    private final int batchSize;

    /**
     * Batches of {@code batchSize} examples in a given order of examples, the last one perhaps smaller.
     *
     * @param order of the examples
     * @param batches order in which the batches come
     */
    BatchPlan(EncodedDataSet data, int[] order, int[] batches, int batchSize) {
        this.data = data;
        this.order = order;
        this.batches = batches;
        this.batchSize = batchSize;
    }

    /** Batches of consecutive examples in the order of the data, as evaluation wants them. */
    public static BatchPlan inOrder(EncodedDataSet data, int batchSize) {
        int[] order = IntStream.range(0, data.size()).toArray();
        int[] batches = IntStream.range(0, count(data.size(), batchSize)).toArray();
        return new BatchPlan(data, order, batches, batchSize);
    }

    /** Number of batches of so many examples. */
    static int count(int examples, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size is " + batchSize + ", want at least 1");
        }
        return (int) ((examples + (long) batchSize - 1) / batchSize);
    }

    /** Number of batches. */
    public int size() {
        return batches.length;
    }

    /** Numbers of the examples in a batch. */
    public int[] examples(int batch) {
        int from = batches[batch] * batchSize;
        int length = Math.min(batchSize, order.length - from);
        return IntStream.range(from, from + length).map(i -> order[i]).toArray();
    }

    /** A batch. */
    public Batch batch(int batch) {
        return data.batch(examples(batch));
    }

    /** All batches in order, as a list that puts each together whenever it is asked for. */
    public List<Batch> batches() {
        return new Batches(this);
    }

    /** The list view of a plan. */
    private static final class Batches extends AbstractList<Batch> implements RandomAccess {
        private final BatchPlan plan;

        Batches(BatchPlan plan) {
            this.plan = plan;
        }

        @Override
        public Batch get(int batch) {
            return plan.batch(batch);
        }

        @Override
        public int size() {
            return plan.size();
        }
    }
}
