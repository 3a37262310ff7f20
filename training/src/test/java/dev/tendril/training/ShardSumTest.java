package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardSumTest {
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(1), 0);

    /** Numbers whose sum depends on the order: some are lost beside others. */
    private static double number(int shard) {
        return Math.pow(-1, shard) * Math.pow(2, 17 * (shard % 4)) / (3 + shard);
    }

    /** The tree as the documentation draws it: as many whole pairs of pairs as fit on the left, the rest on the right. */
    private static double tree(int from, int to) {
        int count = to - from;
        if (count == 1) {
            return number(from);
        }
        int left = Integer.highestOneBit(count - 1);
        return tree(from, from + left) + tree(from + left, to);
    }

    private static ShardSum.Part sum(Engine engine, Parameter parameter, int shards, Pass last) {
        ShardSum sum = new ShardSum(List.of(parameter));
        for (int shard = 0; shard < shards - 1; shard++) {
            try (Pass pass = engine.open(TRAINING)) {
                sum.add(part(parameter, shard, pass), pass);
            }
        }
        return sum.total(part(parameter, shards - 1, last), last);
    }

    private static ShardSum.Part part(Parameter parameter, int shard, Pass pass) {
        return new ShardSum.Part(number(shard), Map.of(parameter, pass.full(parameter.shape(), number(shard))));
    }

    private static double[] gradient(ShardSum.Part sum, Parameter parameter) {
        return Objects.requireNonNull(sum.gradients().get(parameter)).toDoubles();
    }

    private static Parameter parameter(ParameterStore store, String path) {
        return store.create(path, Shape.of(2), (shape, draw) -> new double[] {0, 0});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 13})
    void shardsAreAddedInTheTreeOfTheirNumber(int shards) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass last = engine.open(TRAINING)) {
            Parameter parameter = parameter(engine.parameters(RandomKey.of(2)), "p");
            ShardSum.Part sum = sum(engine, parameter, shards, last);
            double expected = tree(0, shards);
            assertThat(sum.loss()).isEqualTo(expected);
            assertThat(gradient(sum, parameter)).containsExactly(expected, expected);
        }
    }

    @Test
    void theTreeIsNotTheSumInOrder() {
        double inOrder = IntStream.range(0, 7).mapToDouble(ShardSumTest::number).reduce(0, Double::sum);
        assertThat(tree(0, 7)).isNotEqualTo(inOrder);
    }

    @Test
    void aParameterThatSomeShardsDoNotReachKeepsTheOthersGradients() {
        try (Engine engine = Engines.of(Precision.FLOAT64)) {
            ParameterStore store = engine.parameters(RandomKey.of(2));
            Parameter early = parameter(store, "early");
            Parameter late = parameter(store, "late");
            Parameter never = parameter(store, "never");
            ShardSum sum = new ShardSum(List.of(late, never, early));
            try (Pass first = engine.open(TRAINING)) {
                sum.add(new ShardSum.Part(1, Map.of(early, first.full(early.shape(), 5))), first);
            }
            try (Pass last = engine.open(TRAINING)) {
                ShardSum.Part whole = sum.total(new ShardSum.Part(2, Map.of(late, last.full(late.shape(), 7))), last);
                assertThat(whole.gradients().keySet()).containsExactly(late, early);
                assertThat(gradient(whole, early)).containsExactly(5, 5);
                assertThat(gradient(whole, late)).containsExactly(7, 7);
            }
        }
    }
}
