package dev.tendril.training;

import dev.tendril.api.data.Batch;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a batch into shards: examples that stand next to one another, each shard as many as another or one more. A batch with fewer
 * examples than shards has a shard for each example.
 *
 * @param batch what is cut
 * @param count how many shards
 */
record Shards(Batch batch, int count) {
    /** At most so many shards of a batch. */
    static Shards of(Batch batch, int most) {
        return new Shards(batch, Math.max(1, Math.min(most, batch.size())));
    }

    /**
     * One shard; its numbers are copies, made now.
     *
     * @param number from 0
     */
    Batch shard(int number, Engine engine) {
        return count == 1 ? batch : rows(border(number), border(number + 1), engine);
    }

    private int border(int number) {
        return (int) ((long) batch.size() * number / count);
    }

    private Batch rows(int from, int to, Engine engine) {
        Map<String, Value> fields = new LinkedHashMap<>();
        try (Pass pass = engine.open(PassOptions.inference())) {
            batch.fields().forEach((name, value) -> fields.put(name, rows(value, from, to, pass)));
        }
        return new Batch(Arrays.copyOfRange(batch.examples(), from, to), fields);
    }

    private static Value rows(Value value, int from, int to, Pass pass) {
        if (value instanceof IdSequence ids) {
            return new IdSequence(rows(ids.ids(), from, to), lengths(value, from, to));
        }
        Tensor numbers = pass.attach(((Sequence) value).values());
        return new Sequence(numbers.slice(0, from, to).copy(), lengths(value, from, to));
    }

    private static Ids rows(Ids ids, int from, int to) {
        int[] sizes = ids.shape().toArray();
        int width = Math.toIntExact(ids.shape().elements() / sizes[0]);
        sizes[0] = to - from;
        return Ids.of(Shape.of(sizes), Arrays.copyOfRange(ids.toArray(), from * width, to * width));
    }

    /** Lengths of the rows of each level: a row of the batch has as many of them as the axes above the level have places. */
    private static List<Lengths> lengths(Value value, int from, int to) {
        List<Lengths> lengths = new ArrayList<>();
        int places = 1;
        for (int level = 0; level < value.levels(); level++) {
            int[] all = value.lengths().get(level).toArray();
            lengths.add(Lengths.of(Arrays.copyOfRange(all, from * places, to * places)));
            places *= value.shape().size(level + 1);
        }
        return lengths;
    }
}
