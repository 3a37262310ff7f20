package dev.tendril.runtime.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.Range;
import dev.tendril.runtime.plugin.CorePlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComponentRegistryTest {
    private static final PluginHandle CORE =
            new PluginHandle(PluginHandle.CORE, "0.1.0", "class path", new CorePlugin());

    @Test
    void aShortNameNeverShadowsCore() {
        ComponentRegistry registry = ComponentRegistry.of(List.of(plugin("acme", "tanh"), CORE), List.of());
        assertThat(registry.find(Kind.ACTIVATION, "tanh").orElseThrow().id()).isEqualTo("core/tanh");
        assertThat(registry.find(Kind.ACTIVATION, "acme/tanh").orElseThrow().id())
                .isEqualTo("acme/tanh");
    }

    @Test
    void aShortNameOfTwoPluginsIsAmbiguous() {
        ComponentRegistry registry =
                ComponentRegistry.of(List.of(CORE, plugin("acme", "swish"), plugin("zenith", "swish")), List.of());
        assertThat(registry.find(Kind.ACTIVATION, "swish")).isEmpty();
        assertThat(registry.candidates(Kind.ACTIVATION, "swish")).hasSize(2);
    }

    @Test
    void aDuplicateNamesBothPlaces() {
        PluginHandle first = new PluginHandle("acme", "1.0.0", "a.jar", new Activations("swish"));
        PluginHandle second = new PluginHandle("acme", "1.1.0", "b.jar", new Activations("swish"));
        assertThatThrownBy(() -> ComponentRegistry.of(List.of(first, second), List.of()))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("acme 1.0.0 (a.jar)")
                .hasMessageContaining("acme 1.1.0 (b.jar)");
    }

    @Test
    void aPluginThatCannotBeListedIsBrokenAndHidesNoOther() {
        ComponentRegistry registry =
                ComponentRegistry.of(List.of(plugin("acme", "Swish"), plugin("zenith", "swish"), CORE), List.of());
        assertThat(registry.plugins()).extracting(PluginHandle::id).containsExactly("zenith", "core");
        assertThat(registry.broken()).singleElement().satisfies(broken -> assertThat(broken.label())
                .startsWith("acme.jar: ")
                .contains("lower_snake_case"));
    }

    @Test
    void everyBuiltInComponentIsRegisteredAndDescribed() {
        ComponentRegistry registry = ComponentRegistry.of(List.of(CORE), List.of());
        assertThat(registry.broken()).isEmpty();
        assertThat(registry.list()).hasSizeGreaterThan(40).allSatisfy(component -> {
            ComponentDescription description = registry.describe(component);
            assertThat(description.description()).isNotBlank();
            assertThat(description.parameters())
                    .allMatch(parameter -> !parameter.doc().isBlank());
        });
    }

    @Test
    void everyDefaultOfABuiltInComponentCanBeUsed() {
        ComponentRegistry registry = ComponentRegistry.of(List.of(CORE), List.of());
        assertThat(new Defaults(registry).problem(registry.plugins().get(0))).isEmpty();
    }

    @Test
    void aDescriptionSaysWhatAParameterTakes() {
        ComponentRegistry registry = ComponentRegistry.of(List.of(CORE), List.of());
        ComponentDescription.Parameter units = registry.describe(registry.get(Kind.CELL, "core/gru"))
                .parameters()
                .get(0);
        assertThat(units.name()).isEqualTo("units");
        assertThat(units.type()).isEqualTo("a whole number");
        assertThat(units.required()).isTrue();
        assertThat(units.range()).contains("at least 1");
    }

    /**
     * What a component may have learnt.
     *
     * @param mean a number
     * @param names some text
     * @param inner something nested
     * @param mode a word
     * @param limit may be absent
     */
    record Learnt(
            double mean,
            List<String> names,
            List<Inner> inner,
            Mode mode,
            @Range(min = 1) Optional<Integer> limit) {}

    /**
     * Something nested.
     *
     * @param flag a truth value
     * @param count a large number
     */
    record Inner(@Param("x") boolean flag, @Default("3") long count) {}

    /** A word. */
    enum Mode {
        /** One. */
        FIRST_LETTER,
        /** Other. */
        LAST
    }

    @Test
    void aRecordBecomesATreeAndTheTreeTheRecord() {
        RecordTrees trees = new RecordTrees(ComponentRegistry.of(List.of(CORE), List.of()));
        Learnt learnt = new Learnt(
                1e-17,
                List.of("no", "", "~", "1"),
                List.of(new Inner(true, Long.MAX_VALUE)),
                Mode.FIRST_LETTER,
                Optional.of(2));
        Map<String, Object> tree = trees.write(learnt);
        assertThat(tree)
                .containsEntry("mode", "first_letter")
                .containsEntry("limit", 2L)
                .containsEntry("names", List.of("no", "", "~", "1"));
        assertThat(trees.read(Learnt.class, tree)).isEqualTo(learnt);
    }

    @Test
    void aVocabularyIsStoredThroughItsTable() {
        RecordTrees trees = new RecordTrees(ComponentRegistry.of(List.of(CORE), List.of()));
        Vocabulary.Table table =
                new Vocabulary.Table(List.of("<unk>", "a", "true"), Optional.of(0), Optional.empty(), Optional.empty());
        assertThat(trees.read(Vocabulary.Table.class, trees.write(table))).isEqualTo(table);
    }

    @Test
    void aTreeThatDoesNotFitIsRefusedWithItsPlace() {
        RecordTrees trees = new RecordTrees(ComponentRegistry.of(List.of(CORE), List.of()));
        assertThatThrownBy(() -> trees.read(Inner.class, Map.of("flag", "true", "cuont", 1L)))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("flag")
                .hasMessageContaining("cuont");
    }

    private static PluginHandle plugin(String id, String activation) {
        return new PluginHandle(id, "1.0.0", id + ".jar", new Activations(activation));
    }

    private record Activations(String name) implements Plugin {
        @Override
        public List<ActivationProvider<?>> activations() {
            return List.of(new Identity(name));
        }
    }

    private record Identity(String name) implements ActivationProvider<NoParameters> {
        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Its argument.";
        }

        @Override
        public Activation create(NoParameters parameters) {
            return x -> x;
        }
    }
}
