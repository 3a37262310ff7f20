package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.component.ComponentRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SymbolicSizesTest {
    private static final String HEAD = """
            format: 1
            name: sizes
            data:
              train: {type: localized_dates, count: 20}
              fields:
                source: {type: text, key: written, tokenizer: characters}
                target: {type: text, key: iso, tokenizer: characters}
            training: {optimizer: adam, epochs: 1}
            model:
              seen: {type: one_hot, from: source}
            """;

    private static final String DECODER = """
              decoder:
                type: decoder
                from: {target: target, memory: %s}
                embedding: {type: embedding, units: 31}
                network: {type: recurrent_steps, cell: {type: gru, units: 37}, attention: %s}
            """;

    private final ComponentRegistry registry = TestPlugins.registry();

    @Test
    void sizesThatDataDecidesAreCarriedAsSymbols() {
        CheckedModel model = parse("""
                  embedded: {type: embedding, from: source, units: 29}
                  both: {type: concat, from: [seen, embedded]}
                  summary: {type: pooling, from: both, method: mean}
                """ + DECODER.formatted("both", "{type: additive, units: 41}"));
        assertThat(outputs(model, "both")).contains("real[V(source) + 29]");
        assertThat(outputs(model, "summary")).contains("[real[V(source) + 29]]");
        assertThat(outputs(model, "decoder")).contains("T(target) × real[V(target)]");
    }

    @Test
    void aSizeThatMustAgreeWithASymbolIsCheckedOnceDataHasGivenIt() {
        CheckedModel model = parse(DECODER.formatted("seen", "dot"));
        assertThat(outputs(model, "decoder")).contains("real[V(target)]");
        CheckedModel fits = Specs.bind(model, registry, Map.of("V(source)", 37L, "V(target)", 13L));
        assertThat(outputs(fits, "decoder")).contains("real[13]");
        assertThatThrownBy(() -> Specs.bind(model, registry, Map.of("V(source)", 43L, "V(target)", 13L)))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("TDL-1307")
                .hasMessageContaining("43");
    }

    @Test
    void aResidualCellOverASymbolIsCheckedOnceDataHasGivenIt() {
        CheckedModel model = parse("  encoder: {type: recurrent, from: seen, cell: {type: residual, cell: {type: gru,"
                + " units: 37}}}\n" + DECODER.formatted("encoder", "{type: additive, units: 41}"));
        assertThatThrownBy(() -> Specs.bind(model, registry, Map.of("V(source)", 43L, "V(target)", 13L)))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("37");
    }

    private CheckedModel parse(String nodes) {
        return Specs.parse(HEAD + nodes.indent(0), "sizes.yaml", Path.of(""), registry, LoadOptions.none());
    }

    private static String outputs(CheckedModel model, String node) {
        return String.valueOf(model.outputs().get(node));
    }
}
