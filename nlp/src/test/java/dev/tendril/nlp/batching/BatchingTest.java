package dev.tendril.nlp.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.nlp.tokenizer.CharactersProvider;
import dev.tendril.tensor.random.Philox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchingTest {
    private static final RandomKey KEY = RandomKey.of(7).with("batches");

    @ParameterizedTest
    @CsvSource({
        "0, 3, 5",
        "1, 3, 5",
        "7, 7, 1",
        "101, 7, 5",
        "101, 7, 1",
        "101, 1, 3",
        "101, 200, 3",
        "97, 13, 2147483647"
    })
    void everyExampleComesExactlyOnceAnEpoch(int examples, int batchSize, int chunkBatches) {
        BucketedBatches batches = new BucketedBatches(data(examples), batchSize, chunkBatches, new Philox(), KEY);
        for (int epoch = 1; epoch <= 3; epoch++) {
            BatchPlan plan = batches.epoch(epoch);
            assertThat(plan.size())
                    .isEqualTo(batches.batchesPerEpoch())
                    .isEqualTo((examples + batchSize - 1) / batchSize);
            assertThat(examples(plan).stream().sorted())
                    .containsExactlyElementsOf(
                            IntStream.range(0, examples).boxed().toList());
            long small = plan.batches().stream()
                    .filter(batch -> batch.size() < batchSize)
                    .count();
            assertThat(small).isEqualTo(examples % batchSize == 0 ? 0 : 1);
        }
    }

    @Test
    void theOrderDependsOnKeyAndEpochAlone() {
        EncodedDataSet data = data(101);
        BucketedBatches batches = new BucketedBatches(data, 7, 5, new Philox(), KEY);
        List<Integer> third = examples(batches.epoch(3));
        examples(batches.epoch(1));
        assertThat(examples(batches.epoch(3))).isEqualTo(third);
        assertThat(examples(new BucketedBatches(data, 7, 5, new Philox(), KEY).epoch(3)))
                .isEqualTo(third);
        assertThat(examples(batches.epoch(2))).isNotEqualTo(third);
        assertThat(examples(new BucketedBatches(data, 7, 5, new Philox(), RandomKey.of(8)).epoch(3)))
                .isNotEqualTo(third);
    }

    @Test
    void sortingChunksByLengthWastesLessOnPadding() {
        EncodedDataSet data = data(1009);
        long mixed = padding(new BucketedBatches(data, 16, 1, new Philox(), KEY).epoch(1));
        long bucketed = padding(new BucketedBatches(data, 16, 16, new Philox(), KEY).epoch(1));
        assertThat(bucketed).isLessThan(mixed / 4);
    }

    @Test
    void shortBatchesDoNotAllComeFirst() {
        BatchPlan plan = new BucketedBatches(data(1009), 16, 64, new Philox(), KEY).epoch(1);
        List<Integer> widths = plan.batches().stream()
                .map(batch -> Examples.ids(batch, "text").shape().size(1))
                .toList();
        assertThat(widths).isNotEqualTo(widths.stream().sorted().toList());
        int firstHalf = widths.subList(0, 32).stream().mapToInt(width -> width).sum();
        int secondHalf =
                widths.subList(32, 64).stream().mapToInt(width -> width).sum();
        assertThat(Math.abs(firstHalf - secondHalf)).isLessThan((firstHalf + secondHalf) / 4);
    }

    @Test
    void batchesInOrderKeepTheOrderOfTheData() {
        BatchPlan plan = BatchPlan.inOrder(data(11), 4);
        assertThat(plan.batches()).hasSize(3);
        assertThat(plan.examples(2)).containsExactly(8, 9, 10);
        assertThat(plan.batch(1).examples()).containsExactly(4, 5, 6, 7);
        assertThat(BatchPlan.inOrder(data(0), 4).batches()).isEmpty();
    }

    @Test
    void batchesWithoutExamplesAreRefused() {
        assertThatThrownBy(() -> BatchPlan.inOrder(data(3), 0)).hasMessage("batch size is 0, want at least 1");
        assertThatThrownBy(() -> new BucketedBatches(data(3), 2, 0, new Philox(), KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> examples(BatchPlan plan) {
        List<Integer> examples = new ArrayList<>();
        for (int batch = 0; batch < plan.size(); batch++) {
            examples.addAll(Arrays.stream(plan.examples(batch)).boxed().toList());
        }
        return examples;
    }

    private static long padding(BatchPlan plan) {
        long padding = 0;
        for (Batch batch : plan.batches()) {
            IdSequence text = Examples.ids(batch, "text");
            padding += text.shape().elements() - text.lengths().get(0).total();
        }
        return padding;
    }

    /** Texts of 0 to 36 characters in no order. */
    private static EncodedDataSet data(int examples) {
        Examples data = new Examples();
        for (int i = 0; i < examples; i++) {
            data.with("a".repeat(i * 7919 % 37), "x");
        }
        Vocabulary vocabulary = new Vocabulary(
                new Vocabulary.Table(List.of("a"), Optional.empty(), Optional.empty(), Optional.empty()));
        TextCodec codec = new TextCodec(
                EncodingTest.tokenizer(new CharactersProvider().create(new NoParameters())), vocabulary, Cut.NONE);
        return EncodedDataSet.read(
                data, List.of(Field.of("text", "text", codec, false)), EncodingTest.ENGINE, new CancellationToken());
    }
}
