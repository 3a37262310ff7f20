package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.TendrilEngine;
import dev.tendril.tensor.random.Philox;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedding program's modules replace nodes and services. */
final class ReplacementTest {
    /** Outputs of the encoder that is replaced: two directions of 11 units. */
    private static final int FEATURES = 22;

    private Path folder;

    @BeforeEach
    void writeInto(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void aNodeIsReplacedByBinding() {
        Encoder mine = new Encoder(FEATURES);
        try (Tendril tendril =
                Tendril.builder().threads(1).modules(nodes("encoder", mine)).build()) {
            TrainingResult result = tendril.train(ModelFiles.classifier(folder), TrainOptions.defaults());

            assertThat(mine.calls.get()).isPositive();
            // The embedding of 7 and the head of 22 · 3 + 3 remain.
            assertThat((result.model().parameters() - (FEATURES * 3 + 3)) % 7).isZero();
            long before = mine.calls.get();
            result.model().predict(ModelFiles.DATE);
            assertThat(mine.calls.get()).isEqualTo(before + 1);
        }
    }

    @Test
    void aModelWithAReplacedNodeIsSavedAndLoaded() throws Exception {
        try (Tendril tendril = Tendril.builder()
                .threads(1)
                .modules(nodes("encoder", new Encoder(FEATURES)))
                .build()) {
            var model = tendril.train(ModelFiles.classifier(folder), TrainOptions.defaults())
                    .model();
            model.save(folder.resolve("m.tendril"));

            assertThat(tendril.load(folder.resolve("m.tendril")).predict(ModelFiles.DATE))
                    .isEqualTo(model.predict(ModelFiles.DATE));
        }
    }

    @Test
    void theRandomSourceIsReplacedByBinding() {
        Counting mine = new Counting();
        Module module = new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), RandomSource.class)
                        .setBinding()
                        .toInstance(mine);
            }
        };
        Path file = ModelFiles.classifier(folder);
        try (Tendril tendril = Tendril.builder().threads(1).modules(module).build();
                Tendril usual = Tendril.builder().threads(1).build()) {
            var changed = tendril.train(file, TrainOptions.defaults()).model();

            assertThat(mine.draws.get()).isPositive();
            assertThat(changed.predict(ModelFiles.DATE))
                    .isNotEqualTo(
                            usual.train(file, TrainOptions.defaults()).model().predict(ModelFiles.DATE));
        }
    }

    @Test
    void oneModuleReplacesANodeAndAService() {
        Encoder encoder = new Encoder(FEATURES);
        Counting random = new Counting();
        Module both = new AbstractModule() {
            @Override
            protected void configure() {
                install(nodes("encoder", encoder));
                OptionalBinder.newOptionalBinder(binder(), RandomSource.class)
                        .setBinding()
                        .toInstance(random);
            }
        };
        try (Tendril tendril = Tendril.builder().threads(1).modules(both).build()) {
            tendril.train(ModelFiles.classifier(folder), TrainOptions.defaults());
        }
        assertThat(encoder.calls.get()).isPositive();
        assertThat(random.draws.get()).isPositive();
    }

    @Test
    void aReplacedEngineIsNotClosedWithTheRuntime() {
        try (Engine mine =
                TendrilEngine.builder().threads(1).precision(Precision.FLOAT64).build()) {
            Module module = new AbstractModule() {
                @Override
                protected void configure() {
                    OptionalBinder.newOptionalBinder(binder(), Engine.class)
                            .setBinding()
                            .toInstance(mine);
                }
            };
            Tendril tendril = Tendril.builder().modules(module).build();
            assertThat(tendril.engine()).isSameAs(mine);
            tendril.close();

            assertThat(mine.parameters(RandomKey.of(1)).parameters()).isEmpty();
        }
    }

    @Test
    void aMisspeltNodeIsRefusedWithWhatWasMeant() {
        try (Tendril tendril = Tendril.builder()
                .threads(1)
                .modules(nodes("encodr", new Encoder(FEATURES)))
                .build()) {
            Path file = ModelFiles.classifier(folder);
            assertThatThrownBy(() -> tendril.train(file, TrainOptions.defaults()))
                    .isInstanceOfSatisfying(DiagnosticsException.class, refused -> {
                        assertThat(refused.diagnostics()).hasSize(1);
                        assertThat(refused.diagnostics().get(0).message())
                                .isEqualTo(
                                        "a module replaces the node 'encodr', which the model 'language' does not have");
                        assertThat(refused.diagnostics().get(0).label()).isEqualTo("did you mean 'encoder'?");
                    });
        }
    }

    @Test
    void aReplacementOfAnotherSizeIsRefused() {
        try (Tendril tendril = Tendril.builder()
                .threads(1)
                .modules(nodes("encoder", new Encoder(5)))
                .build()) {
            Path file = ModelFiles.classifier(folder);
            assertThatThrownBy(() -> tendril.train(file, TrainOptions.defaults()))
                    .isInstanceOf(DiagnosticsException.class)
                    .hasMessageContaining("the node that a module binds for 'encoder' does not fit")
                    .hasMessageContaining("numbers of shape [2, 3, 5] with 1 time axes where the graph wants T(");
        }
    }

    @Test
    void aReplacementThatIsNoHeadIsRefused() {
        try (Tendril tendril = Tendril.builder()
                .threads(1)
                .modules(nodes("language_head", new Encoder(3)))
                .build()) {
            Path file = ModelFiles.classifier(folder);
            assertThatThrownBy(() -> tendril.train(file, TrainOptions.defaults()))
                    .isInstanceOf(DiagnosticsException.class)
                    .hasMessageContaining("it is no head");
        }
    }

    @Test
    void aNodeBoundWithoutAnOptionalBinderIsRefusedInOurWords() {
        Module wrong = new AbstractModule() {
            @Override
            protected void configure() {
                bind(TendrilModule.node("encoder")).toInstance(new Encoder(FEATURES));
            }
        };
        try (Tendril tendril = Tendril.builder().threads(1).modules(wrong).build()) {
            Path file = ModelFiles.classifier(folder);
            assertThatThrownBy(() -> tendril.train(file, TrainOptions.defaults()))
                    .isExactlyInstanceOf(TendrilException.class)
                    .hasMessageStartingWith("the modules given to Tendril.builder() do not fit: ");
        }
    }

    @Test
    void theProvidersAreBoundById() {
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            var injector = Guice.createInjector(new TendrilModule(tendril.components(), EngineSettings.defaults()));

            assertThat(injector.getInstance(TendrilModule.components(Kind.CELL)))
                    .containsKeys("core/gru", "core/lstm");
        }
    }

    private static Module nodes(String name, Node node) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), TendrilModule.node(name))
                        .setBinding()
                        .toInstance(node);
            }
        };
    }

    /** Repeats the first feature of each step. */
    private static final class Encoder implements Node {
        private final int features;
        private final AtomicLong calls = new AtomicLong();

        Encoder(int features) {
            this.features = features;
        }

        @Override
        public Values forward(Values inputs, Pass pass) {
            calls.incrementAndGet();
            Sequence source = inputs.sequence(Port.INPUT);
            Tensor first = source.values().slice(-1, 0, 1);
            Tensor repeated = first.expand(source.shape().with(-1, features));
            return Values.of(Port.OUTPUT, source.with(repeated)).and("final", Sequence.vector(repeated.at(1, 0)));
        }
    }

    /** Another stream than the usual one, and a count of draws. */
    private static final class Counting implements RandomSource {
        private final RandomSource usual = new Philox();
        private final AtomicLong draws = new AtomicLong();

        @Override
        public long bits(RandomKey key, long counter) {
            draws.incrementAndGet();
            return usual.bits(key.with("mine"), counter);
        }
    }
}
