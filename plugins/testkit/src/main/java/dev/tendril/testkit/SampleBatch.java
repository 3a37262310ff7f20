package dev.tendril.testkit;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The inputs of a computation, filled.
 *
 * @param samples one for each input, in order
 * @param examples number of the example behind each row
 */
record SampleBatch(List<Sample> samples, long[] examples) {
    private static final int SEED = 11;

    SampleBatch {
        samples = List.copyOf(samples);
    }

    /** The ragged batch. */
    static SampleBatch of(List<Input> inputs) {
        return of(inputs, 0);
    }

    /** The ragged batch with other numbers. */
    static SampleBatch of(List<Input> inputs, int variant) {
        Random random = new Random(SEED + variant);
        return new SampleBatch(
                inputs.stream().map(input -> Samples.of(input, random)).toList(), Samples.examples());
    }

    SampleBatch poisoned() {
        return with(Sample::poisoned);
    }

    /** The same rows without a single real step. */
    SampleBatch emptied() {
        return with(Sample::emptied);
    }

    SampleBatch row(int row) {
        return new SampleBatch(samples.stream().map(sample -> sample.row(row)).toList(), new long[] {examples[row]});
    }

    private SampleBatch with(UnaryOperator<Sample> change) {
        return new SampleBatch(samples.stream().map(change).toList(), examples);
    }

    int rows() {
        return examples.length;
    }

    boolean overTime() {
        return samples.stream().anyMatch(sample -> !sample.lengths().isEmpty());
    }
}
