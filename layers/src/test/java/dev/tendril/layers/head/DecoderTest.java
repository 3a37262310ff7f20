package dev.tendril.layers.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Values;
import dev.tendril.api.layer.Windowed;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.cell.GruCell;
import dev.tendril.layers.node.EmbeddingNode;
import dev.tendril.layers.node.RecurrentParameters;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.GradientCheck;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(9), 11, 12, 13);

    static Stream<DecoderCase> decoders() {
        return DecoderCase.all();
    }

    @Test
    void targetsAreReadBehindBeginAndSaidBeforeEnd() {
        TargetTokens tokens =
                TargetTokens.of(IdSequence.of(List.of(new int[] {3, 4}, new int[] {}, new int[] {5})), 1, 2);
        assertThat(tokens.inputs().ids().toArray()).containsExactly(1, 3, 4, 1, 0, 0, 1, 5, 0);
        assertThat(tokens.targets().ids().toArray()).containsExactly(3, 4, 2, 2, 0, 0, 5, 2, 0);
        assertThat(tokens.inputs().lengths()).containsExactly(Lengths.of(3, 1, 2));
        assertThat(tokens.targets().lengths()).isEqualTo(tokens.inputs().lengths());
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void theSizeOfTheOutputIsInferred(DecoderCase decoder) {
        var outputs = new DecoderProvider().infer(decoder.parameters(), decoder.types(), new TestSizes());
        assertThat(outputs.get(Port.OUTPUT)).hasToString("T(target) × real[7]");
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void gradientsAreThoseOfFiniteDifferences(DecoderCase decoder) {
        try (TendrilEngine engine = Samples.float64()) {
            ParameterStore store = Samples.store(engine);
            Decoder head = decoder.make(store);
            double error = new GradientCheck(engine, store, TRAINING, pass -> loss(decoder, head, pass)).worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void everyParameterTakesPart(DecoderCase decoder) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.diagnostics())) {
            ParameterStore store = Samples.store(engine);
            Tensor loss = loss(decoder, decoder.make(store), pass);
            var gradients = engine.gradients(loss, store.parameters());
            assertThat(store.parameters()).allSatisfy(parameter -> assertThat(gradients.reaches(parameter))
                    .as(parameter.path())
                    .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void teacherForcingIsTheSameStepByStep(DecoderCase decoder) {
        for (Precision precision : Precision.values()) {
            try (TendrilEngine engine = Samples.engine(precision);
                    Pass pass = engine.open(PassOptions.inference())) {
                Decoder head = decoder.make(Samples.store(engine));
                double[] whole = head.forward(inputs(decoder, pass, Double.NaN), pass)
                        .sequence(Port.OUTPUT)
                        .values()
                        .slice(0, 0, 1)
                        .toDoubles();
                StepModel<?> model = head.stepModel(decoder.given(pass, 0), pass);
                assertThat(stepped(model, decoder.ports().isEmpty() ? 1 : DecoderCase.ROWS))
                        .isEqualTo(whole);
            }
        }
    }

    /** The log-probabilities of the first row's tokens, one step after the other; other rows read the same tokens. */
    private static <S extends CellState> double[] stepped(StepModel<S> model, int rows) {
        assertThat(model.rows()).isEqualTo(rows);
        int[] tokens = {model.begin(), 3, 5, 6, 4};
        S state = model.start();
        Tensor[] scores = new Tensor[tokens.length];
        for (int step = 0; step < tokens.length; step++) {
            int[] row = new int[rows];
            Arrays.fill(row, tokens[step]);
            StepModel.Scored<S> scored = model.step(Ids.row(row), state);
            scores[step] = scored.logProbabilities().slice(0, 0, 1);
            state = scored.state();
        }
        return Tensor.stack(1, scores).toDoubles();
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void theLossesOfWindowsSumToThatOfTheWhole(DecoderCase decoder) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            Decoder head = decoder.make(Samples.store(engine));
            boolean promised = new DecoderProvider().windowed(decoder.parameters(), new TestSizes());
            assertThat(head.windowed().isPresent()).isEqualTo(promised);
            Values inputs = inputs(decoder, pass, Double.NaN);
            double whole = head.loss(inputs, pass).item();
            for (int length : new int[] {1, 2, 3, 7}) {
                head.windowed().ifPresent(windowed -> assertThat(summed(windowed, inputs, length, pass))
                        .as("windows of %d", length)
                        .isCloseTo(whole, within(1e-12)));
            }
        }
    }

    private static <S extends CellState> double summed(Windowed<S> windowed, Values inputs, int length, Pass pass) {
        int steps = windowed.steps(inputs.get(Port.TARGET));
        S state = windowed.start(inputs, pass);
        double sum = 0;
        double weight = 0;
        for (int from = 0; from < steps; from += length) {
            Windowed.Window window = new Windowed.Window(from, Math.min(steps, from + length));
            Windowed.Part<S> part = windowed.loss(inputs, window, state, pass);
            sum += part.loss().item();
            weight += part.weight();
            state = part.after();
        }
        assertThat(weight).isEqualTo(4 + 2 + 3); // tokens, and an end each
        return sum;
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void reorderedHypothesesGoOnAsTheyDid(DecoderCase decoder) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            assertReorders(decoder.make(Samples.store(engine)).stepModel(decoder.given(pass, 0), pass));
        }
    }

    private static <S extends CellState> void assertReorders(StepModel<S> model) {
        int last = model.rows() - 1;
        Ids parents = Ids.row(last, 0, last);
        S state = model.step(Ids.row(first(model.rows())), model.start()).state();
        Tensor straight = model.step(Ids.row(first(model.rows())), state)
                .logProbabilities()
                .gather(parents);
        int[] tokens = first(model.rows());
        Tensor reordered = model.step(Ids.row(tokens[last], tokens[0], tokens[last]), States.gather(state, parents))
                .logProbabilities();
        assertThat(reordered.toDoubles()).isEqualTo(straight.toDoubles());
    }

    private static int[] first(int rows) {
        return IntStream.range(0, rows).map(row -> row + 1).toArray();
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void alignmentsWeighTheRealStepsOfTheSource(DecoderCase decoder) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            assertAligns(
                    decoder.make(Samples.store(engine)).stepModel(decoder.given(pass, Double.NaN), pass),
                    decoder.ports().contains("memory"));
        }
    }

    private static <S extends CellState> void assertAligns(StepModel<S> model, boolean attends) {
        var alignment = model.step(Ids.row(first(model.rows())), model.start()).alignment();
        assertThat(alignment.isPresent()).isEqualTo(attends);
        alignment.ifPresent(weights -> {
            double[] numbers = weights.toDoubles();
            for (int i = 0; i < numbers.length; i++) {
                int row = i / DecoderCase.SOURCE_STEPS;
                if (i % DecoderCase.SOURCE_STEPS < DecoderCase.SOURCE_LENGTHS[row]) {
                    assertThat(numbers[i]).isPositive();
                } else {
                    assertThat(numbers[i]).isZero();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void paddingNeverChangesTheLoss(DecoderCase decoder) {
        try (TendrilEngine engine = Samples.engine(Precision.FLOAT32);
                Pass pass = engine.open(TRAINING)) {
            Decoder head = decoder.make(Samples.store(engine));
            double hostile = head.loss(inputs(decoder, pass, Double.NaN), pass).item();
            assertThat(hostile)
                    .isEqualTo(head.loss(inputs(decoder, pass, 0), pass).item())
                    .isNotNaN();
        }
    }

    @Test
    void theLossCountsEveryTokenAndTheEnd() {
        DecoderCase decoder = DecoderCase.all().findFirst().orElseThrow();
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            Decoder head = decoder.make(Samples.store(engine));
            Tensor loss = head.loss(inputs(decoder, pass, 0), pass);
            assertThat(head.lossWeight(inputs(decoder, pass, 0).get(Port.TARGET)))
                    .isEqualTo(4 + 2 + 0 + 3);
            double[] logProbabilities = head.forward(inputs(decoder, pass, 0), pass)
                    .sequence(Port.OUTPUT)
                    .values()
                    .toDoubles();
            int[][] said = {{3, 5, 6, 4, 2}, {5, 3, 2}, {2}};
            double expected = 0;
            for (int row = 0; row < said.length; row++) {
                for (int step = 0; step < said[row].length; step++) {
                    expected -= logProbabilities[(row * 5 + step) * DecoderCase.VOCABULARY + said[row][step]];
                }
            }
            assertThat(loss.item()).isCloseTo(expected, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled sampling", "scheduled sampling of a Transformer"})
    void scheduledSamplingIsTeacherForcingWhereItNeverActs(String name) {
        DecoderCase sampling = named(name);
        DecoderCase forcing = new DecoderCase("", sampling.network(), sampling.embedding(), sampling.ports(), 0);
        DecoderCase rarely = new DecoderCase("", sampling.network(), sampling.embedding(), sampling.ports(), 1e-12);
        DecoderCase always = new DecoderCase("", sampling.network(), sampling.embedding(), sampling.ports(), 1);
        assertThat(trainingLoss(rarely)).isEqualTo(trainingLoss(forcing));
        assertThat(trainingLoss(always)).isNotEqualTo(trainingLoss(forcing));
    }

    private static double trainingLoss(DecoderCase decoder) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(TRAINING)) {
            return loss(decoder, decoder.make(Samples.store(engine)), pass).item();
        }
    }

    @Test
    void alwaysSamplingReadsTheLikeliestToken() {
        DecoderCase greedy = new DecoderCase(
                "",
                Components.node("recurrent", RecurrentParameters.of(Components.cell("gru", new GruCell.Parameters(5)))),
                Components.node("embedding", new EmbeddingNode.Parameters(2)),
                List.of(),
                1);
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.training(RandomKey.of(9), 11))) {
            ParameterStore store = Samples.store(engine);
            Decoder head = greedy.make(store);
            Samples.shake(engine, store);
            int[] target = {3, 5, 6, 4};
            double loss = head.loss(Values.of(Port.TARGET, IdSequence.of(List.of(target))), pass)
                    .item();
            assertThat(loss).isCloseTo(greedyLoss(head.stepModel(Values.none(), pass), target), within(1e-12));
        }
    }

    /** −Σ log p of the target and the end, each given the model's own likeliest tokens. */
    private static <S extends CellState> double greedyLoss(StepModel<S> model, int[] target) {
        double loss = 0;
        int token = model.begin();
        S state = model.start();
        for (int step = 0; step <= target.length; step++) {
            StepModel.Scored<S> scored = model.step(Ids.row(token), state);
            double[] scores = scored.logProbabilities().toDoubles();
            loss -= scores[step < target.length ? target[step] : model.end()];
            token = scored.logProbabilities().argmax(-1).at(0);
            state = scored.state();
        }
        return loss;
    }

    @Test
    void aNetworkThatCannotStepIsRefused() {
        DecoderCase both = new DecoderCase(
                "",
                Components.node(
                        "recurrent",
                        new RecurrentParameters(Components.cell("gru", new GruCell.Parameters(5)), 1, true, 0, false)),
                Components.node("embedding", new EmbeddingNode.Parameters(2)),
                List.of(),
                0);
        assertThatThrownBy(() -> new DecoderProvider().infer(both.parameters(), both.types(), new TestSizes()))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("step by step");
    }

    private static DecoderCase named(String name) {
        return DecoderCase.all()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Values inputs(DecoderCase decoder, Pass pass, double padding) {
        return decoder.given(pass, padding).and(Port.TARGET, DecoderCase.target());
    }

    private static Tensor loss(DecoderCase decoder, Decoder head, Pass pass) {
        return head.loss(inputs(decoder, pass, 0), pass);
    }
}
