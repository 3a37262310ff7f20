package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.spi.ComponentRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which metrics judge a model whose file names none. */
class UsualChoicesTest {
    private static final Size V = Size.symbol("V(target)");
    private static final EdgeType LABEL = EdgeType.id(V);
    private static final EdgeType TEXT = EdgeType.ids("target", V);
    private static final EdgeType SET = new EdgeType(List.of(), new Element.IdSet(V));
    private static final EdgeType NUMBERS = EdgeType.vector(Size.of(3));
    private static final EdgeType SERIES = EdgeType.sequence("target", Size.of(3));

    private final UsualChoices choices = new UsualChoices(TestPlugins.registry());
    private final Map<String, Architecture> heads = new LinkedHashMap<>();
    private final Map<String, PortTypes> inputs = new LinkedHashMap<>();

    @Test
    void labelsAreJudgedByAccuracy() {
        head(Architecture.MANY_TO_ONE, LABEL);
        head(Architecture.ALIGNED, TEXT);
        assertThat(metrics()).containsExactly("core/accuracy");
    }

    @Test
    void generatedTextIsJudgedByExactMatchAndCharacters() {
        head(Architecture.ENCODER_DECODER, TEXT);
        assertThat(metrics()).containsExactly("core/exact_match", "core/character_error_rate");
    }

    @Test
    void numbersAreJudgedByTheirAbsoluteErrorWhateverTheShapeOfTheTask() {
        head(Architecture.MANY_TO_ONE, NUMBERS);
        head(Architecture.ALIGNED, SERIES);
        head(Architecture.ENCODER_DECODER, SERIES);
        assertThat(metrics()).containsExactly("core/mae");
    }

    @Test
    void setsAreJudgedByF1() {
        head(Architecture.MANY_TO_ONE, SET);
        assertThat(metrics()).containsExactly("core/micro_f1");
    }

    @Test
    void severalHeadsAreJudgedInOneOrder() {
        head(Architecture.ONE_TO_MANY, TEXT);
        head(Architecture.MANY_TO_ONE, NUMBERS);
        head(Architecture.MANY_TO_ONE, SET);
        head(Architecture.MANY_TO_ONE, LABEL);
        assertThat(metrics())
                .containsExactly(
                        "core/accuracy", "core/micro_f1", "core/mae", "core/exact_match", "core/character_error_rate");
    }

    private void head(Architecture architecture, EdgeType target) {
        String name = "head" + heads.size();
        heads.put(name, architecture);
        inputs.put(name, PortTypes.of(Port.TARGET, target).and(Port.INPUT, NUMBERS));
    }

    @Test
    void aLanguageModelIsJudgedByItsLossAloneAndDrawsTexts() {
        heads.put("writer", Architecture.ALIGNED);
        inputs.put("writer", PortTypes.of(Port.TARGET, TEXT));
        assertThat(metrics()).isEmpty();
        assertThat(choices.search(heads, inputs).map(ComponentRef::id)).hasValue("core/sampling");
        head(Architecture.ENCODER_DECODER, TEXT);
        assertThat(choices.search(heads, inputs).map(ComponentRef::id)).hasValue("core/greedy");
    }

    private List<String> metrics() {
        return choices.metrics(heads, inputs).stream().map(ComponentRef::id).toList();
    }
}
