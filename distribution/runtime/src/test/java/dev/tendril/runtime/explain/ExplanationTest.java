package dev.tendril.runtime.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.graph.Size;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.check.ParameterCounter;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.plugin.CorePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Path RESOURCES = Path.of("src/test/resources/explain");

    private final ComponentRegistry registry = ComponentRegistry.of(
            List.of(new PluginHandle(PluginHandle.CORE, "0.1.0", "class path", new CorePlugin())), List.of());
    private final CheckedModel model =
            Specs.load(RESOURCES.resolve("dates.yaml"), registry, LoadOptions.none(), ExplanationTest::count);

    /** Counted by hand from the equations: embeddings, gates with U, W and b, attention, readout. */
    private static Map<String, Long> count(CheckedModel counted, Map<String, Long> sizes) {
        long source = sizes.getOrDefault("V(source)", 0L);
        long target = sizes.getOrDefault("V(target)", 0L);
        return Map.of(
                "embedded.table", 64 * source, "encoder.cell.W", 148_224L, "decoder.cell.W", 449 * target + 254_720);
    }

    /** A made-up count: 2 a source step, 3 a target step and 5 for every pair of them, 7 for every pair with a class. */
    private static Map<String, Long> work(CheckedModel counted, Map<String, Long> sizes) {
        long source = sizes.getOrDefault("T(source)", 0L);
        long target = sizes.getOrDefault("T(target)", 0L);
        long classes = sizes.getOrDefault("V(target)", 13L);
        return Map.of(
                "embedded",
                0L,
                "encoder",
                2 * source,
                "decoder",
                target * (3 + 5 * source + 7 * classes) + 11 * source);
    }

    private static void golden(String name, String text) throws IOException {
        Path file = RESOURCES.resolve(name);
        if ("write".equals(System.getProperty("tendril.golden"))) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void textAndPicturesAreGolden() throws IOException {
        Explanation explanation = new Explanation(model, registry, ExplanationTest::count, ExplanationTest::work);
        golden("dates.txt", explanation.text(Optional.empty()) + "\n" + explanation.mermaid());
        golden("dates.svg", explanation.svg());
    }

    @Test
    void numbersTakeThePlaceOfSymbolsOnceDataIsKnown() {
        CheckedModel bound = Specs.bind(model, registry, Map.of("V(source)", 97L, "V(target)", 13L));
        ParameterCounter counter = (counted, sizes) -> count(counted, Map.of("V(source)", 97L, "V(target)", 13L));
        assertThat(new Explanation(bound, registry, counter, ExplanationTest::work).text(Optional.empty()))
                .contains("T(target) × real[13]", "6,208 parameters", "T(source) × id(97)", "414,989")
                .doesNotContain("V(");
    }

    @Test
    void aProductOfTwoSizesIsFoundExactly() {
        ParameterCounter counter = (counted, sizes) -> {
            long source = sizes.getOrDefault("V(source)", 0L);
            long target = sizes.getOrDefault("V(target)", 0L);
            return Map.of("decoder.W", 3 * source * target + 5 * source + 7 * target + 11);
        };
        assertThat(ParameterPolynomials.of(model, counter).orElseThrow().get("decoder.W"))
                .hasToString("3·V(source)·V(target) + 5·V(source) + 7·V(target) + 11");
    }

    @Test
    void aCountThatIsNoSuchPolynomialIsNotGuessed() {
        ParameterCounter counter = (counted, sizes) -> {
            long source = sizes.getOrDefault("V(source)", 0L);
            return Map.of("decoder.W", source * source);
        };
        assertThat(ParameterPolynomials.of(model, counter)).isEmpty();
        assertThat(new Explanation(model, registry, counter, ExplanationTest::work).text(Optional.empty()))
                .contains("known once data is fitted");
    }

    @Test
    void theTotalIsTheSumOfTheParameters() {
        Size total = ParameterPolynomials.of(model, ExplanationTest::count).orElseThrow().values().stream()
                .reduce(Size.of(0), Size::plus);
        assertThat(total).hasToString("64·V(source) + 449·V(target) + 402,944");
    }
}
