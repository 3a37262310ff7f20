package dev.tendril.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Reference;
import dev.tendril.testkit.planted.PlantedPlugin;
import dev.tendril.testkit.planted.SilentPlugin;
import dev.tendril.testkit.planted.UntidyPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check finds the defect that is planted for it, and no check finds one where there is none. */
final class PlantedDefectsTest {
    @TempDir
    private Path folder;

    /**
     * A defect.
     *
     * @param kind of component
     * @param name of the component
     * @param promise that it breaks
     * @param words of the failure
     */
    record Planted(Kind kind, String name, String promise, String words) {
        @Override
        public String toString() {
            return kind.label() + " " + name;
        }
    }

    static Stream<Planted> defects() {
        return Stream.of(computing(), cells(), layers(), graph(), training(), texts())
                .flatMap(List::stream);
    }

    private static List<Planted> computing() {
        return List.of(
                new Planted(Kind.CELL, "wrong_gradient", "gradients are the central differences", "difference"),
                new Planted(
                        Kind.CELL,
                        "forgets_a_parameter",
                        "gradients are the central differences",
                        "nothing depends on it"),
                new Planted(Kind.POOLING, "reads_padding", "NaN in the padding changes nothing", "NaN with NaN"),
                new Planted(Kind.CELL, "mixes_rows", "a row alone gives the bits of the batch", "in the batch and"),
                new Planted(
                        Kind.POOLING,
                        "divides_by_nothing",
                        "a batch without a single step can be computed",
                        "pooled [0, 0] is NaN"),
                new Planted(
                        Kind.CELL,
                        "counts_itself",
                        "the same seed gives the same bits, on any number of threads",
                        "the first time and"),
                new Planted(
                        Kind.CELL,
                        "reads_a_parameter_once",
                        "saved and loaded parameters give the same bits",
                        "all that was learnt is in the parameters"),
                new Planted(
                        Kind.ACTIVATION, "keeps_its_input", "threads that use it at once get the same bits", "thread"),
                new Planted(Kind.CELL, "counts_its_steps", "a plan computes what the steps compute", "by a plan and"),
                new Planted(Kind.CELL, "chooses", "a plan computes what the steps compute", "the step computes ids"));
    }

    private static List<Planted> cells() {
        return List.of(
                new Planted(
                        Kind.CELL,
                        "claims_another_size",
                        "the output has the size that was inferred",
                        "inferred is [3, 3], computed was [3, 2]"),
                new Planted(
                        Kind.CELL,
                        "counts_its_steps",
                        "going step by step gives the bits of the whole",
                        "step by step"),
                new Planted(
                        Kind.CELL,
                        "grows",
                        "a state keeps its shape",
                        "tensor 1 has shape [3, 1] before a step and [3, 2] after it"),
                new Planted(
                        Kind.CELL,
                        "has_one_state_for_all",
                        "a state keeps its shape",
                        "its first axis is not the batch"),
                new Planted(
                        Kind.CELL, "has_one_state_for_all", "a row of length 0 keeps its state and shows zeros", ""),
                new Planted(
                        Kind.CELL,
                        "knows_its_row",
                        "rows of a state can be reordered, repeated and left out",
                        "a beam may choose rows between steps (compared bit by bit)"));
    }

    private static List<Planted> layers() {
        return List.of(
                new Planted(
                        Kind.ATTENTION,
                        "claims_another_size",
                        "the context has the size that was inferred",
                        "inferred is [3, 3], computed was [3, 2]"),
                new Planted(
                        Kind.ATTENTION, "leaks", "padding of the memory weighs nothing", "weight [1, 0] is 0.00999"),
                new Planted(Kind.DISTRIBUTION, "leaks", "there is a weight for each score, 0 in the padding", "is 0.0"),
                new Planted(
                        Kind.ACTIVATION, "halves", "the output has the shape of the input", "computed was [3, 5, 1]"),
                new Planted(Kind.ACTIVATION, "mixes_elements", "every element is treated alone", "beside others and"),
                new Planted(
                        Kind.NORMALIZATION, "mixes_vectors", "every vector is normalised alone", "beside others and"),
                new Planted(
                        Kind.POSITION,
                        "always_begins_anew",
                        "going step by step gives the bits of the whole",
                        "input of step 1"),
                new Planted(
                        Kind.POOLING,
                        "claims_another_size",
                        "the vector has the size that was inferred",
                        "inferred is [3, 3], computed was [3, 2]"),
                new Planted(
                        Kind.POOLING, "begins_with_one", "a row of length 0 gives zeros", "is 0.0 expected and 1.0"));
    }

    private static List<Planted> graph() {
        return List.of(
                new Planted(
                        Kind.NODE,
                        "claims_another_size",
                        "outputs have the types that were inferred",
                        "inferred is T(source) × real[3]"),
                new Planted(
                        Kind.NODE,
                        "steps_otherwise",
                        "going step by step gives the bits of the whole",
                        "row 0, step 0"),
                new Planted(
                        Kind.NODE, "denies_its_stepper", "it can step if its provider says so", "stepwise() is false"),
                new Planted(Kind.HEAD, "averages", "the loss of a batch is the sum over its rows", "in the batch and"),
                new Planted(Kind.HEAD, "shows_scores", "probabilities are probabilities", "with the sum"));
    }

    private static List<Planted> training() {
        return List.of(
                new Planted(Kind.LOSS, "averages", "the loss of a batch is the sum over its rows", "in the batch and"),
                new Planted(Kind.LOSS, "refuses", "it accepts the types it is tried on", "nothing fits"),
                new Planted(
                        Kind.INITIALIZER,
                        "gives_one_too_few",
                        "it gives as many finite numbers as a shape has elements",
                        "[7] has 7 elements and got 6 numbers"),
                new Planted(
                        Kind.INITIALIZER, "counts_its_calls", "the same key gives the same bits", "the second time"),
                new Planted(
                        Kind.INITIALIZER,
                        "keeps_its_numbers",
                        "threads that use it at once get the same bits",
                        "beside other threads"),
                new Planted(
                        Kind.OPTIMIZER, "climbs", "it reaches the minimum of a quadratic", "the loss falls to 0.01"),
                new Planted(Kind.OPTIMIZER, "changes_its_state", "what it remembers is a record of tensors", ""),
                new Planted(Kind.OPTIMIZER, "counts_its_updates", "an engine computes its equation", "by the equation"),
                new Planted(
                        Kind.OPTIMIZER,
                        "remembers_apart",
                        "it goes on from what it remembered, to the bit",
                        "from a checkpoint"),
                new Planted(Kind.OPTIMIZER, "counts_itself", "the same bits on any number of threads", "on 1 thread"),
                new Planted(
                        Kind.OPTIMIZER,
                        "remembers_apart",
                        "runs beside one another do not meet",
                        "beside other threads"),
                new Planted(
                        Kind.AVERAGING,
                        "overshoots",
                        "a mean lies among the values that it is of",
                        "after look 1, mean 0 is"),
                new Planted(
                        Kind.AVERAGING,
                        "counts_its_looks",
                        "it goes on from what it remembered, to the bit",
                        "from a checkpoint"),
                new Planted(
                        Kind.AVERAGING,
                        "counts_its_looks",
                        "runs beside one another do not meet",
                        "beside other threads"),
                new Planted(Kind.SCHEDULE, "falls_below_zero", "every factor is finite and not negative", "is -"),
                new Planted(
                        Kind.SCHEDULE, "counts_its_calls", "a factor depends on the position alone", "asked in order"),
                new Planted(
                        Kind.SCHEDULE,
                        "keeps_its_factor",
                        "threads that use it at once get the same bits",
                        "beside other threads"),
                new Planted(
                        Kind.CLIPPING,
                        "turns_the_order",
                        "it gives a gradient of the same shape for every parameter, in order",
                        "given back were [matrix [3, 2], vector [5]]"),
                new Planted(
                        Kind.CLIPPING,
                        "says_the_norm_afterwards",
                        "it says the norm before clipping, and whether it acted",
                        "said was"),
                new Planted(
                        Kind.CLIPPING, "works_on_what_it_is_given", "it leaves what it was given alone", "before and"),
                new Planted(Kind.CLIPPING, "notices_others", "threads that use it at once get the same bits", "thread"),
                new Planted(Kind.METRIC, "says_zero_of_nothing", "without an example there is no value", "it is 0.0"),
                new Planted(Kind.METRIC, "refuses", "it judges what it is tried on, in numbers", "judges() refuses"),
                new Planted(Kind.METRIC, "has_one_accumulator", "judgings do not meet", "beside another judging"),
                new Planted(
                        Kind.METRIC, "counts_the_last", "the order of the examples does not matter", "from the end"),
                new Planted(
                        Kind.METRIC,
                        "has_one_accumulator",
                        "threads that use it at once get the same bits",
                        "beside other threads"));
    }

    private static List<Planted> texts() {
        return List.of(
                new Planted(
                        Kind.TOKENIZER,
                        "counts_its_fits",
                        "what it learns from the same examples is the same",
                        "the same is learnt each time"),
                new Planted(Kind.TOKENIZER, "forgets", "what it learnt is all that it needs", "what the original did"),
                new Planted(
                        Kind.TOKENIZER, "keeps_its_text", "threads that use it at once get the same", "what one gets"),
                new Planted(
                        Kind.TOKENIZER,
                        "loses_spaces",
                        "joining the tokens of a text gives what is promised",
                        "joined to 'thelowerthenewestthewidest', promised is 'the lower the newest the widest'"),
                new Planted(Kind.TOKENIZER, "begins_with_a_mark", "an empty text has no tokens", "it has [^]"),
                new Planted(
                        Kind.TOKENIZER, "cuts_in_two", "no token is empty or cuts a character in two", "has the token"),
                new Planted(
                        Kind.VOCABULARY,
                        "begins_elsewhere",
                        "for tokens: special tokens stand where they should",
                        "the begin token has the id 3, want 1"),
                new Planted(
                        Kind.TRANSFORM,
                        "claims_another_size",
                        "vectors have the size that was inferred",
                        "inferred is [5, 4], computed was [5, 3]"),
                new Planted(Kind.TRANSFORM, "divides_by_nothing", "every number is finite", "becomes [NaN"),
                new Planted(
                        Kind.TRANSFORM, "inverts_badly", "inverting gives the numbers back", "after apply and invert"),
                new Planted(
                        Kind.READER,
                        "counts_its_openings",
                        "every opening gives the same examples in the same order",
                        "opening 1"),
                new Planted(
                        Kind.READER,
                        "declares_another_key",
                        "examples have the keys that were declared",
                        "has [word], declared are [text]"),
                new Planted(
                        Kind.READER,
                        "steps_when_asked",
                        "asking for the next changes nothing, and the end is the end",
                        "planted:1"),
                new Planted(Kind.READER, "shares_its_place", "streams that are read at once do not meet", "crowded"),
                new Planted(Kind.SEARCH, "goes_further", "it keeps its limits, and ranks", "is longer than 5"),
                new Planted(
                        Kind.SEARCH,
                        "says_another_probability",
                        "its log-probabilities are the model's",
                        "by the model"),
                new Planted(
                        Kind.SEARCH, "counts_rows", "a row alone gives the sequences of the batch", "does not depend"),
                new Planted(
                        Kind.SEARCH,
                        "counts_its_calls",
                        "the same seed gives the same, whatever else it searched",
                        "a search depends on"),
                new Planted(
                        Kind.SEARCH, "notices_others", "threads that use it at once get the same", "what one finds"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void theDefectIsFound(Planted planted) {
        Map<String, Throwable> failures = Defects.of(contract(planted.kind(), "planted/" + planted.name()));
        assertThat(failures).as("%s", failures).containsKey(planted.promise());
        assertThat(failures.get(planted.promise())).hasMessageContaining(planted.words());
    }

    @ParameterizedTest
    @EnumSource
    void aComponentWithoutADefectKeepsItsContract(Kind kind) {
        assertThat(Defects.of(contract(kind, right(kind)))).isEmpty();
    }

    /** A check for which no defect is planted could as well be missing. */
    @ParameterizedTest
    @EnumSource
    void everyPromiseOfAKindIsBrokenByADefect(Kind kind) {
        List<String> own = defects()
                .filter(planted -> planted.kind() == kind)
                .map(Planted::promise)
                .toList();
        List<String> ofAny = Stream.concat(
                        defects().map(Planted::promise), Stream.of("what it requires is enough to make it"))
                .map(promise -> promise.replaceFirst("^for (tokens|labels): ", ""))
                .toList();
        assertThat(own).isNotEmpty();
        assertThat(Defects.promises(contract(kind, right(kind))))
                .allSatisfy(promise -> assertThat(ofAny).contains(promise.replaceFirst("^for (tokens|labels): ", "")));
    }

    /** The component of a kind that has no defect. */
    private static String right(Kind kind) {
        return kind == Kind.HEAD ? "planted/right_head" : "planted/right";
    }

    private static ComponentContract<?> contract(Kind kind, String yaml) {
        Class<? extends Plugin> plugin = yaml.startsWith("planted") ? PlantedPlugin.class : UntidyPlugin.class;
        EdgeType vectors = EdgeType.sequence("source", Size.of(2));
        PortTypes head = PortTypes.of("input", EdgeType.vector(Size.of(3))).and("target", EdgeType.vector(Size.of(3)));
        return switch (kind) {
            case CELL -> new CellContract<>(plugin, Examples.yaml(yaml), 2) {};
            case ATTENTION -> new AttentionContract<>(plugin, Examples.yaml(yaml), 2, 2) {};
            case DISTRIBUTION -> new DistributionContract<>(plugin, Examples.yaml(yaml), 2) {};
            case ACTIVATION -> new ActivationContract<>(plugin, Examples.yaml(yaml)) {};
            case INITIALIZER -> new InitializerContract<>(plugin, Examples.yaml(yaml), Shape.of(7), Shape.of(3, 5)) {};
            case NORMALIZATION -> new NormalizationContract<>(plugin, Examples.yaml(yaml), 5) {};
            case POSITION -> new PositionContract<>(plugin, Examples.yaml(yaml), 4) {};
            case POOLING -> new PoolingContract<>(plugin, Examples.yaml(yaml), 2) {};
            case NODE -> new NodeContract<>(plugin, Examples.yaml(yaml), PortTypes.of("input", vectors)) {};
            case HEAD -> new HeadContract<>(plugin, Examples.yaml(yaml), head) {};
            case LOSS -> new LossContract<>(plugin, Examples.yaml(yaml), vectors, vectors) {};
            case METRIC -> new MetricContract<>(plugin, Examples.yaml(yaml), judged()) {};
            case OPTIMIZER -> new OptimizerContract<>(plugin, Examples.yaml(yaml)) {};
            case SCHEDULE -> new ScheduleContract<>(plugin, Examples.yaml(yaml)) {};
            case AVERAGING -> new AveragingContract<>(plugin, Examples.yaml(yaml)) {};
            case CLIPPING -> new ClippingContract<>(plugin, Examples.yaml(yaml)) {};
            case TOKENIZER -> new TokenizerContract<>(plugin, Examples.yaml(yaml)) {};
            case VOCABULARY -> new VocabularyContract<>(plugin, Examples.yaml(yaml)) {};
            case TRANSFORM -> new TransformContract<>(plugin, Examples.yaml(yaml), 3) {};
            case READER -> new ReaderContract<>(plugin, Examples.yaml(yaml), Path.of("")) {};
            case SEARCH -> new SearchContract<>(plugin, Examples.yaml(yaml)) {};
        };
    }

    private static List<Judged> judged() {
        return Stream.of("a", "b", "b")
                .map(label -> new Judged(new Prediction.Label(label, Map.of(label, 1.0)), new Reference.Label("a")))
                .toList();
    }

    @Test
    void aDefaultThatDoesNotWorkIsFound() {
        Defects.assertFound(
                contract(Kind.ACTIVATION, "{type: untidy/untidy, scale: 1.0}"),
                "what it requires is enough to make it",
                "cannot scale by 0");
    }

    @Test
    void aParameterThatIsNotDocumentedIsFound() {
        assertThatThrownBy(() -> PluginTestKit.load(SilentPlugin.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'scale'")
                .hasMessageContaining("has no @Param");
    }

    /** Named nowhere. */
    @PluginInfo(id = "hidden", version = "1.0.0", api = Spi.VERSION)
    private static final class HiddenPlugin implements Plugin {}

    @Test
    void aPluginThatIsNotRegisteredIsFound() {
        assertThatThrownBy(() -> PluginTestKit.load(HiddenPlugin.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("HiddenPlugin cannot be used")
                .hasMessageContaining("META-INF/services/dev.tendril.api.spi.Plugin");
    }

    @Test
    void aPluginThatNeedsALibraryItDoesNotBringIsFound() {
        assertThatThrownBy(() -> IsolatedPlugin.check(UntidyPlugin.class, List.of(), folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sees the interface and its libraries() alone")
                .hasMessageContaining("the class org.assertj.core.util.Lists is missing");
    }

    @Test
    void aComponentWithoutAContractIsNamed() {
        try (PluginTestKit kit = PluginTestKit.load(PlantedPlugin.class)) {
            assertThat(kit.untried(List.of(contract(Kind.CELL, "planted/right"))))
                    .contains("cell planted/grows", "search planted/right")
                    .doesNotContain("cell planted/right");
            assertThat(kit.names(Kind.POOLING)).hasSize(5).contains("reads_padding");
        }
    }
}
