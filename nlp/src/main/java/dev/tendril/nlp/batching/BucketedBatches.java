package dev.tendril.nlp.batching;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Batches of examples of similar length, in a new order every epoch. The examples are shuffled and cut into chunks of some batches;
 * each chunk is sorted by the lengths of the sequences, field by field, and cut into batches; the batches are shuffled. Every
 * example comes exactly once an epoch. The order is a pure function of key and epoch.
 */
public final class BucketedBatches {
    private final EncodedDataSet data;
    private final int batchSize;
    private final int chunkBatches;
    private final RandomSource random;
    private final RandomKey key;

    /**
     * Batches of a data set.
     *
     * @param batchSize examples a batch; the last one of an epoch's data may be smaller
     * @param chunkBatches batches that are sorted together: 1 leaves lengths mixed, more wastes less on padding
     * @param key names the stream that shuffles
     */
    public BucketedBatches(EncodedDataSet data, int batchSize, int chunkBatches, RandomSource random, RandomKey key) {
        if (batchSize < 1 || chunkBatches < 1) {
            throw new IllegalArgumentException(
                    "batch size is " + batchSize + " and batches a chunk " + chunkBatches + ", want at least 1");
        }
        this.data = data;
        this.batchSize = batchSize;
        this.chunkBatches = chunkBatches;
        this.random = random;
        this.key = key;
    }

    /** Number of batches of every epoch. */
    public int batchesPerEpoch() {
        return BatchPlan.count(data.size(), batchSize);
    }

    /** The batches of one epoch. */
    public BatchPlan epoch(long epoch) {
        RandomKey stream = key.with(epoch);
        Integer[] order = Arrays.stream(random.permutation(stream.with("examples"), data.size()))
                .boxed()
                .toArray(Integer[]::new);
        int chunk = (int) Math.min((long) batchSize * chunkBatches, order.length);
        Comparator<Integer> byLength = byLength();
        for (int from = 0; from < order.length; from += Math.min(chunk, order.length - from)) {
            Arrays.sort(order, from, from + Math.min(chunk, order.length - from), byLength);
        }
        int[] sorted = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        return new BatchPlan(data, sorted, random.permutation(stream.with("batches"), batchesPerEpoch()), batchSize);
    }

    private Comparator<Integer> byLength() {
        List<String> fields = data.fields();
        return (left, right) -> {
            for (String field : fields) {
                int difference = Integer.compare(data.length(field, left), data.length(field, right));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        };
    }
}
