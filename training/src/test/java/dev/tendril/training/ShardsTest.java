package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.data.Batch;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShardsTest {
    private final Engine engine = Engines.of(Precision.FLOAT64);

    @AfterEach
    void close() {
        engine.close();
    }

    private static Batch labels(int size) {
        int[] ids = IntStream.range(0, size).toArray();
        long[] examples = IntStream.range(100, 100 + size).asLongStream().toArray();
        return new Batch(examples, Map.of("label", IdSequence.single(ids)));
    }

    private List<Integer> sizes(int size, int most) {
        Shards shards = Shards.of(labels(size), most);
        return IntStream.range(0, shards.count())
                .mapToObj(number -> shards.shard(number, engine).size())
                .toList();
    }

    @Test
    void shardsAreAsEqualAsTheyCanBe() {
        assertThat(sizes(8, 4)).containsExactly(2, 2, 2, 2);
        assertThat(sizes(11, 4)).containsExactly(2, 3, 3, 3);
        assertThat(sizes(5, 4)).containsExactly(1, 1, 1, 2);
    }

    @Test
    void aBatchOfFewExamplesHasAShardForEach() {
        assertThat(sizes(3, 4)).containsExactly(1, 1, 1);
        assertThat(sizes(1, 4)).containsExactly(1);
        assertThat(sizes(0, 4)).containsExactly(0);
    }

    @Test
    void aBatchInOnePieceIsNotCopied() {
        Batch batch = labels(5);
        assertThat(Shards.of(batch, 1).shard(0, engine)).isSameAs(batch);
    }

    @Test
    void aShardHoldsTheRowsOfItsExamples() {
        Sequence numbers = Sequence.of(engine.constant(Shape.of(3, 2, 1), 1, 2, 3, 4, 5, 6), Lengths.of(2, 1, 2));
        IdSequence text = IdSequence.of(List.of(new int[] {4}, new int[] {5, 6, 7}, new int[] {}));
        Batch batch = new Batch(new long[] {11, 12, 13}, Map.of("numbers", numbers, "text", text));
        Batch second = Shards.of(batch, 2).shard(1, engine);
        assertThat(second.examples()).containsExactly(12, 13);
        Sequence rows = (Sequence) Objects.requireNonNull(second.fields().get("numbers"));
        assertThat(rows.values().toDoubles()).containsExactly(3, 4, 5, 6);
        assertThat(rows.lengths()).containsExactly(Lengths.of(1, 2));
        assertThat(second.fields().get("text"))
                .isEqualTo(new IdSequence(Ids.of(Shape.of(2, 3), 5, 6, 7, 0, 0, 0), List.of(Lengths.of(3, 0))));
    }

    @Test
    void aShardOfNestedSequencesHoldsTheirInnerLengths() {
        Ids words = Ids.of(Shape.of(3, 2, 2), 1, 2, 3, 0, 4, 0, 0, 0, 5, 6, 7, 8);
        Value nested = new IdSequence(words, List.of(Lengths.of(2, 1, 2), Lengths.of(2, 1, 1, 0, 2, 2)));
        Batch batch = new Batch(new long[3], Map.of("nested", nested));
        Batch last = Shards.of(batch, 3).shard(2, engine);
        assertThat(last.fields().get("nested"))
                .isEqualTo(new IdSequence(
                        Ids.of(Shape.of(1, 2, 2), 5, 6, 7, 8), List.of(Lengths.of(2), Lengths.of(2, 2))));
    }
}
