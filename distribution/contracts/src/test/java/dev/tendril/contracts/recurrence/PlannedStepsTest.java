package dev.tendril.contracts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.Stepped;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import dev.tendril.tensor.TendrilEngine;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A planned recurrence computes what the interpreter computes, for any lengths, either way round, gradients included. */
final class PlannedStepsTest {
    private static final int ROWS = 13; // two threads share them
    private static final InstalledPlugins PLUGINS = PluginDiscovery.discover(PluginSources.classPathOnly());
    private static final ComponentRegistry REGISTRY = ComponentRegistry.of(PLUGINS.plugins(), PLUGINS.broken());

    @AfterAll
    static void close() {
        PLUGINS.close();
    }

    /** Every recurrence, outside training and in it. */
    static Stream<Arguments> recurrences() {
        return Stream.of(Recurrences.values())
                .flatMap(recurrence -> Stream.of(false, true).map(training -> Arguments.of(recurrence, training)));
    }

    /** The same in both precisions, forwards and backwards. */
    static Stream<Comparison> comparisons() {
        return Stream.of(Recurrences.values()).flatMap(recurrence -> Stream.of(Precision.values())
                .flatMap(precision -> Stream.of(false, true).flatMap(training -> Stream.of(false, true)
                        .map(reversed ->
                                new Comparison(recurrence, new Comparison.Setting(precision, training, reversed))))));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void aPlanComputesWhatTheInterpreterComputes(Comparison comparison) {
        comparison.check(REGISTRY, engine -> engine::unroll);
    }

    @ParameterizedTest
    @MethodSource("recurrences")
    void stepByStepGivesTheBitsOfTheWholeAndRowByRowThoseOfTheBatch(Recurrences recurrence, boolean training) {
        try (TendrilEngine engine = TendrilEngine.builder().threads(2).build()) {
            bits(recurrence.of(REGISTRY, engine), engine, training);
        }
    }

    private static <S extends CellState> void bits(Recurrence<S> recurrence, TendrilEngine engine, boolean training) {
        PassOptions options = new Comparison.Setting(engine.precision(), training, false).options(ROWS);
        try (Pass pass = engine.open(options)) {
            Random random = new Random(3);
            Tensor x = Comparison.drawn(Shape.of(ROWS, Comparison.STEPS, recurrence.inputSize()), random, pass);
            List<Tensor> given = recurrence.given(ROWS).stream()
                    .map(shape -> Comparison.drawn(shape, random, pass))
                    .toList();
            S state = recurrence.starting().state(given, ROWS, pass);
            Lengths lengths = Lengths.all(ROWS, Comparison.STEPS);
            Unrolled<S> whole =
                    engine.unroll(recurrence.cell(), Sequence.of(x, lengths), state, UnrollOptions.forward());
            for (int row = 0; row < ROWS; row++) {
                Ids one = Ids.row(row);
                Unrolled<S> alone = engine.unroll(
                        recurrence.cell(),
                        Sequence.of(x.gather(one), Lengths.of(Comparison.STEPS)),
                        States.gather(state, one),
                        UnrollOptions.forward());
                assertThat(alone.outputs().values().toDoubles())
                        .isEqualTo(whole.outputs().values().gather(one).toDoubles());
            }
            for (int t = 0; t < Comparison.STEPS; t++) {
                Stepped<S> stepped = engine.step(recurrence.cell(), x.at(1, t), state);
                assertThat(stepped.output().toDoubles())
                        .isEqualTo(whole.outputs().values().at(1, t).toDoubles());
                state = stepped.state();
            }
            List<Tensor> last = States.tensors(state);
            for (int i = 0; i < last.size(); i++) {
                assertThat(last.get(i).toDoubles())
                        .isEqualTo(States.tensors(whole.last()).get(i).toDoubles());
            }
        }
    }
}
