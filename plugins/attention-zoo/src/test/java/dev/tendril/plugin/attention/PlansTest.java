package dev.tendril.plugin.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attention inside the step of a decoder is planned, and the plan computes what the step says. */
class PlansTest {
    private static final int FEATURES = 5;
    private static final int STEPS = 7;
    private static final int LOOKS = 3;

    static Stream<ComponentRef<Attention<?, ?>>> attentions() {
        return Zoo.all();
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void anAttentionInsideADecodersStepIsPlanned(ComponentRef<Attention<?, ?>> reference) {
        for (boolean training : new boolean[] {false, true}) {
            TendrilEngine.Builder builder =
                    TendrilEngine.builder().precision(Precision.FLOAT64).threads(1);
            try (TendrilEngine planning = builder.build();
                    TendrilEngine interpreting = builder.plans(false).build()) {
                List<double[]> planned = numbers(reference, planning, training);
                assertThat(planning.plans()).hasSize(1).allSatisfy(plan -> assertThat(plan.reason())
                        .isEmpty());
                List<double[]> interpreted = numbers(reference, interpreting, training);
                for (int i = 0; i < planned.size(); i++) {
                    // sums have another order; what they are sums of is of the size of 1
                    assertThat(planned.get(i)).containsExactly(interpreted.get(i), within(1e-11));
                }
            }
        }
    }

    private static List<double[]> numbers(
            ComponentRef<Attention<?, ?>> reference, TendrilEngine engine, boolean training) {
        ParameterStore store = engine.parameters(RandomKey.of(5));
        Attention<?, ?> attention =
                Zoo.bench(store).place("made").attention(reference, "attention", FEATURES, FEATURES);
        return numbers(attention, store, engine, training);
    }

    private static <M extends CellState, S extends CellState> List<double[]> numbers(
            Attention<M, S> attention, ParameterStore store, TendrilEngine engine, boolean training) {
        int[] lengths = {4, 0, 7, 1};
        PassOptions options =
                training ? PassOptions.training(RandomKey.of(3), 11, 12, 13, 14) : PassOptions.diagnostics();
        DecoderStep<M, S> cell = new DecoderStep<>(attention);
        try (Pass pass = engine.open(options)) {
            Tensor source = pass.tensor(Shape.of(4, STEPS, FEATURES), Samples.normal(3, 4 * STEPS * FEATURES));
            Tensor inputs = pass.tensor(Shape.of(4, LOOKS, FEATURES), Samples.normal(4, 4 * LOOKS * FEATURES));
            Tensor outputs = engine.unroll(
                            cell,
                            Sequence.of(inputs, Lengths.of(3, 1, 2, 0)),
                            cell.start(Sequence.of(source, Lengths.of(lengths)), pass),
                            UnrollOptions.forward())
                    .outputs()
                    .values();
            double[] weights = Samples.normal(7, Math.toIntExact(outputs.shape().elements()));
            Tensor loss = outputs.times(pass.tensor(outputs.shape(), weights)).sum();
            List<Tensor> leaves = new ArrayList<>(List.of(source, inputs));
            leaves.addAll(store.parameters());
            var gradients = engine.gradients(loss, leaves);
            List<double[]> numbers = new ArrayList<>();
            numbers.add(outputs.toDoubles());
            leaves.forEach(leaf -> numbers.add(gradients.of(leaf).toDoubles()));
            return numbers;
        }
    }
}
