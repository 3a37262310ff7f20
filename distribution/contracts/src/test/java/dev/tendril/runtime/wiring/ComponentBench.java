package dev.tendril.runtime.wiring;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.BoundComponent;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.Sources;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes single components from YAML as the runtime does: bound by its binder, created in its contexts. All components of one bench
 * share one store of parameters, each under its own name.
 */
public final class ComponentBench {
    private final ComponentRegistry registry;
    private final ParameterStore store;
    private final Workshop workshop;

    /** A bench whose parameters start from the seed 5. */
    public ComponentBench(ComponentRegistry registry, Engine engine) {
        this.registry = registry;
        this.store = engine.parameters(RandomKey.of(5));
        Components components = new Components(registry);
        this.workshop = new Workshop(
                components, new NestedSizes(components), store, store::create, Map.of(), ComponentBench::refuse);
    }

    private static void refuse(String node) {
        throw new IllegalStateException("no graph surrounds this component, so it shares with no node '" + node + "'");
    }

    /** The parameters of what was made. */
    public ParameterStore parameters() {
        return store;
    }

    /** Binds a component; every problem is an exception. */
    public BoundComponent bind(Kind kind, String yaml) {
        Problems problems = new Problems();
        Binder binder = new Binder(registry, problems, new Sources(), name -> Optional.empty());
        Optional<BoundComponent> bound = new YamlReader(YamlLimits.standard(), problems)
                .value("component.yaml", yaml)
                .flatMap(value -> binder.component(kind, value, ""));
        problems.throwIfAny();
        return bound.orElseThrow(() -> new IllegalStateException("nothing was bound, and nothing reported: " + yaml));
    }

    /** Makes a cell. */
    public Cell<?> cell(String yaml, String path, int inputSize) {
        return place(path).cell(bind(Kind.CELL, yaml).as(), "made", inputSize);
    }

    /** Makes an attention. */
    public Attention<?, ?> attention(String yaml, int querySize, int memorySize) {
        return place("attention").attention(bind(Kind.ATTENTION, yaml).as(), "made", querySize, memorySize);
    }

    /** Makes the distribution of an attention. */
    public Distribution<?> distribution(String yaml, int querySize) {
        return place("distribution").distribution(bind(Kind.DISTRIBUTION, yaml).as(), "made", querySize);
    }

    /** Makes a normalisation. */
    public Normalization normalization(String yaml, int features) {
        return place("normalization")
                .normalization(bind(Kind.NORMALIZATION, yaml).as(), "made", features);
    }

    /** Makes a position encoding. */
    public Position position(String yaml, int features) {
        return place("position").position(bind(Kind.POSITION, yaml).as(), "made", features);
    }

    /** Makes a pooling. */
    public Pooling pooling(String yaml, int features) {
        return place("pooling").pooling(bind(Kind.POOLING, yaml).as(), "made", features);
    }

    /** Makes a component that needs nothing but its parameters: an activation, a loss. */
    public <T> T plain(Kind kind, Class<T> type, String yaml) {
        return workshop.components()
                .withoutContext(new NoParameters(), bind(kind, yaml).<T>as());
    }

    /** Makes a node or head where values of these types arrive. */
    public Node node(Kind kind, String yaml, String path, PortTypes inputs, Map<String, Vocabulary> vocabularies) {
        ComponentRef<Node> reference = bind(kind, yaml).as();
        NodeProvider<Record> provider = workshop.components().node(kind, reference);
        provider.infer(reference.parameters(), inputs, workshop.sizes());
        BuildContext.Site site = new BuildContext.Site(
                workshop, Place.of(path), reference.parameters(), List.copyOf(vocabularies.values()));
        return provider.create(reference.parameters(), new BuildContext.OfNode(site, new Ports(inputs, vocabularies)));
    }

    /** A place for parts that are no components. */
    public ComponentContext place(String path) {
        return new BuildContext.Scope(new BuildContext.Site(workshop, Place.of(path), new NoParameters(), List.of()));
    }
}
