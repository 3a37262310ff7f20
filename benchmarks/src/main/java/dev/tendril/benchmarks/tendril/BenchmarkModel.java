package dev.tendril.benchmarks.tendril;

import com.google.inject.Guice;
import com.google.inject.Key;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.training.Optimizer;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TendrilModule;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.wiring.Blueprint;
import dev.tendril.runtime.wiring.Graph;
import dev.tendril.runtime.wiring.GraphFactory;
import dev.tendril.runtime.wiring.NodeKeys;
import dev.tendril.runtime.wiring.UserModules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model made from a model file of this package, its parameters fresh, its vocabularies of sizes that are given instead of found in data.
 *
 * @param tendril it lives in
 * @param checked what the file says
 * @param graph what computes
 * @param parameters what is learnt
 */
record BenchmarkModel(Tendril tendril, CheckedModel checked, Graph graph, ParameterStore parameters) {

    /**
     * A model file and what is set in it.
     *
     * @param name of the file, without its ending
     * @param overrides YAML by path
     * @param vocabularies size by field
     */
    record Source(String name, Map<String, String> overrides, Map<String, Integer> vocabularies) {}

    /** Makes the model. */
    static BenchmarkModel create(Tendril tendril, Source source) {
        ComponentRegistry registry = tendril.components();
        LoadOptions options = new LoadOptions(source.overrides(), Map.of(), Set.of(), List.of(), true);
        String file = source.name() + ".yaml";
        CheckedModel symbolic = Specs.parse(text(file), file, Path.of(""), registry, options);
        Map<String, Long> sizes = source.vocabularies().entrySet().stream()
                .collect(Collectors.toMap(entry -> "V(" + entry.getKey() + ")", entry -> (long) entry.getValue()));
        CheckedModel bound = Specs.bind(symbolic, registry, sizes);
        Engine engine = tendril.engine();
        ParameterStore parameters = engine.parameters(RandomKey.of(bound.spec().seed()));
        GraphFactory graphs = new GraphFactory(
                Guice.createInjector(), registry, new UserModules(List.of(), Keys.OF_NODES), Keys.OF_NODES, engine);
        Map<String, Vocabulary> vocabularies = source.vocabularies().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> numbers(entry.getValue())));
        return new BenchmarkModel(
                tendril, bound, graphs.create(Blueprint.fresh(bound, vocabularies, parameters)), parameters);
    }

    Engine engine() {
        return tendril.engine();
    }

    /** The optimiser that the file names. */
    Optimizer<?> optimizer() {
        var reference = checked.spec().training().optimizer();
        @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
        OptimizerProvider<Record> provider =
                tendril.components().provider(Kind.OPTIMIZER, reference.id(), OptimizerProvider.class);
        return provider.create(reference.parameters());
    }

    /** A vocabulary whose tokens are their numbers; the first three are begin, end and unknown. */
    private static Vocabulary numbers(int size) {
        List<String> tokens =
                IntStream.range(0, size).mapToObj(Integer::toString).toList();
        boolean specials = size > 2;
        return new Vocabulary(new Vocabulary.Table(
                tokens,
                specials ? Optional.of(0) : Optional.empty(),
                specials ? Optional.of(1) : Optional.empty(),
                specials ? Optional.of(2) : Optional.empty()));
    }

    /** The text of a model file of this package. */
    static String text(String file) {
        try (InputStream stream = BenchmarkModel.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no model file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nodes are named as everywhere in the runtime; nobody replaces one. */
    private enum Keys implements NodeKeys {
        OF_NODES;

        @Override
        public Key<Node> of(String node) {
            return TendrilModule.node(node);
        }

        @Override
        public Optional<String> nameOf(Key<?> key) {
            return Optional.empty();
        }
    }
}
