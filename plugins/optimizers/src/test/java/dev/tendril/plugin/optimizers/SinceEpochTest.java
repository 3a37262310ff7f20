package dev.tendril.plugin.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.AveragingRule;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SinceEpochTest {
    private static final double ROUNDING = 1e-14;
    private static final double[] VALUES = {3, -1, 4, 1, -5, 9};

    @Test
    void beforeTheFirstEpochThatCountsItIsTheValueAndThenTheMean() {
        try (TendrilEngine engine =
                TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build()) {
            ParameterStore store = engine.parameters(RandomKey.of(1));
            Parameter mean = store.create("mean", Shape.of(1), (shape, draw) -> new double[] {100});
            AveragingRule<?> rule = new AveragingRule<>(new SinceEpoch().create(new SinceEpoch.Parameters(3)));
            for (int epoch = 1; epoch <= VALUES.length; epoch++) {
                look(engine, rule, mean, epoch);
                double expected = epoch < 3
                        ? VALUES[epoch - 1]
                        : Arrays.stream(VALUES, 2, epoch).average().orElseThrow();
                assertThat(mean.item()).as("epoch %d", epoch).isCloseTo(expected, within(ROUNDING));
            }
        }
    }

    private static <S extends State> void look(TendrilEngine engine, AveragingRule<S> rule, Parameter mean, int epoch) {
        Tensor value = engine.constant(Shape.of(1), new double[] {VALUES[epoch - 1]});
        engine.update(rule, new LinkedHashMap<>(), Map.of(mean, value), 0, epoch);
    }
}
