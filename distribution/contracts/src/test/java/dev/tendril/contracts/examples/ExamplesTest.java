package dev.tendril.contracts.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.wiring.Graph;
import dev.tendril.runtime.wiring.InterceptedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that can run keeps what the framework promises of every model. */
final class ExamplesTest {
    private static final Map<ExampleFile, TrainedExample> TRAINED = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        ExampleFile.all().forEach(file -> TRAINED.put(file, TrainedExample.of(file, file.options(), 1)));
    }

    @AfterAll
    static void close() {
        TRAINED.values().forEach(TrainedExample::close);
    }

    static List<ExampleFile> examples() {
        return List.copyOf(TRAINED.keySet());
    }

    static List<ExampleFile> withVectorsOverTime() {
        return TRAINED.entrySet().stream()
                .filter(example -> overTime(example.getValue().parts()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static TrainedExample trained(ExampleFile file) {
        return Objects.requireNonNull(TRAINED.get(file));
    }

    @Test
    void thereAreExamples() {
        assertThat(TRAINED).hasSizeGreaterThan(2);
        assertThat(withVectorsOverTime()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void paddingOfNaNChangesNeitherLossNorGradientNorPrediction(ExampleFile file) {
        TrainedExample example = trained(file);
        ModelParts parts = example.parts();
        Batch batch = example.batch();
        assertThat(batch.fields().values()).anyMatch(ExamplesTest::ragged);
        Computed clean = Computed.of(parts, parts.graph(), batch);
        assertThat(poisoned(parts, batch, Map.of()).differences(clean)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withVectorsOverTime")
    void aNodeThatReadsItsPaddingIsFound(ExampleFile file) {
        TrainedExample example = trained(file);
        ModelParts parts = example.parts();
        Batch batch = example.batch();
        String name = overTime(parts).orElseThrow();
        Map<String, Node> leaking = Map.of(name, new LeakingNode(parts.graph().node(name)));
        Graph graph =
                InterceptedGraph.of(parts.graph(), parts.checked().spec(), leaking, (node, inputs, pass) -> inputs);
        Computed clean = Computed.of(parts, graph, batch);
        assertThat(poisoned(parts, batch, leaking).differences(clean)).anyMatch(what -> what.startsWith("loss of"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aBatchGivesTheBitsOfOneByOne(ExampleFile file) {
        TrainedExample example = trained(file);
        List<Input> inputs = example.inputs();
        List<Predictions> together = example.model().predict(inputs);
        List<Predictions> alone = inputs.stream().map(example.model()::predict).toList();
        assertThat(together).isEqualTo(alone);
        assertThat(new HashSet<>(together)).hasSameSizeAs(new HashSet<>(inputs));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void goingStepByStepGivesTheBitsOfTheWhole(ExampleFile file) {
        TrainedExample example = trained(file);
        SteppedNodes result = SteppedNodes.of(example.parts(), example.batch());
        assertThat(result.compared().isEmpty()).isNotEqualTo(goesStepByStep(example.parts()));
        assertThat(result.differing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aModelThatWasSavedAndLoadedPredictsTheSameBits(ExampleFile file) throws IOException {
        TrainedExample example = trained(file);
        byte[] archive = saved(example.model(), "saved.tendril");
        try (Model loaded = example.tendril().load(archive)) {
            assertThat(loaded.predict(example.inputs()))
                    .isEqualTo(example.model().predict(example.inputs()));
            assertThat(saved(loaded, "again.tendril")).isEqualTo(archive);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSameSeedTrainsTheSameBitsWithAnyNumberOfThreads(ExampleFile file) throws IOException {
        TrainedExample example = trained(file);
        byte[] archive = saved(example.model(), "first.tendril");
        try (TrainedExample again = TrainedExample.of(file, file.options(), 2)) {
            assertThat(saved(again.model(), "second.tendril")).isEqualTo(archive);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anotherSeedTrainsOtherBits(ExampleFile file) throws IOException {
        TrainedExample example = trained(file);
        byte[] archive = saved(example.model(), "first.tendril");
        LoadOptions options = file.options();
        Map<String, String> overrides = new LinkedHashMap<>(options.overrides());
        overrides.put("seed", "9");
        LoadOptions other = new LoadOptions(
                overrides,
                options.environment(),
                options.allowedVariables(),
                options.allowedPaths(),
                options.readData());
        try (TrainedExample again = TrainedExample.of(file, other, 1)) {
            assertThat(again.model().predict(example.inputs()))
                    .isNotEqualTo(example.model().predict(example.inputs()));
            assertThat(saved(again.model(), "other.tendril")).isNotEqualTo(archive);
        }
    }

    private byte[] saved(Model model, String name) throws IOException {
        Path file = folder.resolve(name);
        model.save(file);
        return Files.readAllBytes(file);
    }

    private static Computed poisoned(ModelParts parts, Batch batch, Map<String, Node> replacements) {
        Graph graph = InterceptedGraph.of(
                parts.graph(),
                parts.checked().spec(),
                replacements,
                (node, inputs, pass) -> Padding.poisoned(inputs, pass));
        return Computed.of(parts, graph, batch);
    }

    private static boolean ragged(Value value) {
        return value.levels() == 1
                && !value.lengths().get(0).allEqual(value.shape().size(1));
    }

    /** A node, heads apart, at which vectors over time arrive. */
    private static Optional<String> overTime(ModelParts parts) {
        return parts.checked().inputs().entrySet().stream()
                .filter(node ->
                        !(parts.graph().node(node.getKey()) instanceof Head) && vectorsOverTime(node.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean goesStepByStep(ModelParts parts) {
        return parts.checked().order().stream()
                .map(parts.graph()::node)
                .anyMatch(node ->
                        node instanceof Head.Generating || node.stepper().isPresent());
    }

    private static boolean vectorsOverTime(PortTypes inputs) {
        return inputs.types().values().stream()
                .flatMap(List::stream)
                .anyMatch(edge -> edge.levels() > 0 && edge.element() instanceof Element.Real);
    }

    /** Adds to every output a little of all that arrived, padding included. */
    private record LeakingNode(Node inner) implements Node {
        @Override
        public Values forward(Values inputs, Pass pass) {
            Tensor leak = inputs.sequence("input").in(pass).values().sum().times(1e-3);
            Map<String, List<Value>> outputs = new LinkedHashMap<>();
            inner.forward(inputs, pass)
                    .values()
                    .forEach((port, values) -> outputs.put(
                            port,
                            values.stream().map(value -> leaking(value, leak)).toList()));
            return new Values(outputs);
        }

        private static Value leaking(Value value, Tensor leak) {
            return value instanceof Sequence sequence
                    ? sequence.with(sequence.values().plus(leak))
                    : value;
        }
    }
}
