package dev.tendril.contracts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.explain.PlanListing;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import dev.tendril.tensor.TendrilEngine;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the planner makes of every recurrence, and what is left to the interpreter. Plans are kept as texts in
 * {@code src/test/resources/plans}; {@code -Dtendril.golden.write=true} writes them anew.
 */
final class PlansTest {
    private static final int ROWS = 3;
    private static final Path FOLDER = Path.of("src", "test", "resources", "plans");
    private static final InstalledPlugins PLUGINS = PluginDiscovery.discover(PluginSources.classPathOnly());
    private static final ComponentRegistry REGISTRY = ComponentRegistry.of(PLUGINS.plugins(), PLUGINS.broken());

    /** All that is run step by step, and why; every other recurrence must have a plan. */
    private static final Map<Recurrences, String> STEP_BY_STEP = Map.of(
            Recurrences.SCHEDULED_SAMPLING,
            "the step computes ids",
            Recurrences.TRANSFORMER_STEP,
            "a tensor of the state grows");

    /** The products that are computed at every step, by what they multiply with. */
    private static final Map<Recurrences, List<String>> IN_THE_LOOP = Map.ofEntries(
            Map.entry(Recurrences.RNN, List.of("W")),
            Map.entry(Recurrences.LSTM, List.of("output.W, forget.W, input.W, content.W")),
            Map.entry(Recurrences.GRU, List.of("update.W, reset.W", "content.W")),
            Map.entry(Recurrences.GRU_RESET_AFTER, List.of("update.W, reset.W, content.W")),
            Map.entry(Recurrences.LSTM_WITH_LAYER_NORM, List.of("W")),
            Map.entry(Recurrences.ZONEOUT_OF_LSTM, List.of("output.W, forget.W, input.W, content.W")),
            Map.entry(
                    Recurrences.ADDITIVE_ATTENTION_STEP,
                    List.of(
                            "attention.W2, layer0.update.W, layer0.reset.W",
                            "layer0.update.U (a part), layer0.reset.U (a part)",
                            "layer0.content.W",
                            "layer0.content.U (a part)")),
            Map.entry( // attention itself feeds nothing back here: it is done after the loop
                    Recurrences.ADDITIVE_ATTENTION_AFTER_THE_STEP,
                    List.of("layer0.update.W, layer0.reset.W", "layer0.content.W")),
            Map.entry(
                    Recurrences.GENERAL_ATTENTION_STEP,
                    List.of(
                            "output.W, forget.W, input.W, content.W",
                            "output.U (a part), forget.U (a part), input.U (a part), content.U (a part)")),
            Map.entry(
                    Recurrences.DOT_ATTENTION_STEP,
                    List.of(
                            "update.W, reset.W",
                            "update.U (a part), reset.U (a part)",
                            "content.W",
                            "content.U (a part)")),
            Map.entry(
                    Recurrences.SCALED_DOT_ATTENTION_AFTER_THE_STEP,
                    List.of("layer0.update.W, layer0.reset.W, layer0.content.W")),
            Map.entry(
                    Recurrences.STEP_WITH_INPUT_FEEDING,
                    List.of(
                            "layer0.output.U (a part), layer0.forget.U (a part), layer0.input.U (a part),"
                                    + " layer0.content.U (a part)",
                            "layer0.output.W, layer0.forget.W, layer0.input.W, layer0.content.W",
                            "attentional.U (a part)",
                            "attentional.U (a part)")),
            Map.entry(
                    Recurrences.STEP_WITH_A_CONTEXT,
                    List.of(
                            "attention.W2, layer0.update.W, layer0.reset.W",
                            "layer0.update.U (a part), layer0.reset.U (a part)",
                            "layer0.content.W",
                            "layer0.content.U (a part)")));

    @AfterAll
    static void close() {
        PLUGINS.close();
    }

    static Stream<Recurrences> counted() {
        return IN_THE_LOOP.keySet().stream().sorted();
    }

    @ParameterizedTest
    @EnumSource
    void everyRecurrenceIsPlannedOrDeclaredToRunStepByStep(Recurrences recurrence) {
        checkDeclared(plan(recurrence), STEP_BY_STEP.getOrDefault(recurrence, ""));
    }

    private static void checkDeclared(CellPlan plan, String reason) {
        assertThat(plan.reason())
                .as(plan.cell().getSimpleName() + " is run step by step")
                .isEqualTo(reason);
    }

    @Test
    void aCellThatFallsBackUndeclaredIsFound() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build()) {
            ParameterStore store = engine.parameters(RandomKey.of(5));
            CellPlan plan = plan(Recurrence.of(store, new LikeliestCell(4), 4), engine);
            assertThatThrownBy(() -> checkDeclared(plan, ""))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("LikeliestCell is run step by step")
                    .hasMessageContaining("the step computes ids");
        }
    }

    /** {@code h′ = tanh(x + x_i)} where i is the place of the largest h: a step that computes ids. */
    private record LikeliestCell(int units) implements Cell<LikeliestCell.State> {
        record State(Tensor h) implements CellState {}

        @Override
        public State initialState(int batch, Pass pass) {
            return new State(pass.zeros(Shape.of(batch, units)));
        }

        @Override
        public State step(Tensor x, State previous) {
            return new State(
                    x.plus(x.pick(previous.h().argmax(-1)).unsqueeze(-1)).tanh());
        }

        @Override
        public Tensor output(State state) {
            return state.h();
        }
    }

    @Test
    void everyBuiltInCellAndAttentionOccursInARecurrence() {
        for (Kind kind : List.of(Kind.CELL, Kind.ATTENTION)) {
            for (RegisteredComponent component : REGISTRY.list(kind)) {
                if (!component.owner().id().equals(PluginHandle.CORE)) {
                    continue;
                }
                assertThat(Stream.of(Recurrences.values()).map(Recurrences::yaml))
                        .as(component.id())
                        .anyMatch(yaml -> yaml.matches(".*type: " + component.writtenName() + "[,}].*"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePlanIsTheOneThatIsKept(Recurrences recurrence) throws IOException {
        String text = PlanListing.of(List.of(plan(recurrence)));
        Path file = FOLDER.resolve(recurrence.name().toLowerCase(Locale.ROOT) + ".txt");
        if (Boolean.getBoolean("tendril.golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void onlyWhatDependsOnTheStepBeforeIsMultipliedInTheLoop(Recurrences recurrence) {
        assertThat(productsInTheLoop(plan(recurrence).forwards())).isEqualTo(IN_THE_LOOP.get(recurrence));
    }

    private static List<String> productsInTheLoop(List<String> lines) {
        List<String> products = new ArrayList<>();
        String part = "";
        for (String line : lines) {
            part = line.startsWith(" ") ? part : line;
            if (part.equals("at every step") && line.startsWith("  product ")) {
                products.add(line.substring(line.indexOf(": ") + 2).replaceFirst(", (added|with|side|one) .*", ""));
            }
        }
        return products;
    }

    private static CellPlan plan(Recurrences recurrence) {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build()) {
            return plan(recurrence.of(REGISTRY, engine), engine);
        }
    }

    /** The plan after one step of training. */
    private static <S extends CellState> CellPlan plan(Recurrence<S> recurrence, TendrilEngine engine) {
        try {
            train(recurrence, engine);
            List<CellPlan> plans = engine.plans();
            assertThat(plans.subList(1, plans.size())).allMatch(CellPlan::planned); // steps inside one that has no plan
            return plans.get(0);
        } finally {
            Reference.reachabilityFence(recurrence); // plans live as long as their cells
        }
    }

    private static <S extends CellState> void train(Recurrence<S> recurrence, TendrilEngine engine) {
        try (Pass pass = engine.open(PassOptions.training(RandomKey.of(7), 31, 2, 5))) {
            Tensor x = pass.zeros(Shape.of(ROWS, 2, recurrence.inputSize()));
            List<Tensor> given =
                    recurrence.given(ROWS).stream().map(pass::zeros).toList();
            S start = recurrence.starting().state(given, ROWS, pass);
            Sequence input = Sequence.of(x, Lengths.all(ROWS, 2));
            Unrolled<S> unrolled = engine.unroll(recurrence.cell(), input, start, UnrollOptions.forward());
            List<Tensor> wanted = new ArrayList<>(recurrence.parameters().parameters());
            wanted.add(x);
            wanted.addAll(given);
            wanted.addAll(States.tensors(start));
            assertThat(engine.gradients(unrolled.outputs().values().sum(), wanted))
                    .isNotNull();
        }
    }
}
