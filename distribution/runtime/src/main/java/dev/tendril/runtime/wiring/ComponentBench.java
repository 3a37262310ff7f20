package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.tensor.ParameterStore;
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
 * Makes single components without a graph around them, exactly as a graph has them made: bound by the same binder, created in the same
 * contexts. All components of one bench share one store of parameters, each under its own path.
 *
 * <pre>{@code
 * ComponentBench bench = new ComponentBench(registry, engine.parameters(RandomKey.of(7)));
 * Cell<?> cell = bench.place("encoder").cell(bench.bind(Kind.CELL, "{type: gru, units: 64}"), "forward", 32);
 * }</pre>
 */
public final class ComponentBench {
    private final ComponentRegistry registry;
    private final ParameterStore store;
    private final Workshop workshop;

    /**
     * A bench.
     *
     * @param registry the components that can be named
     * @param store takes the parameters of what is made
     */
    public ComponentBench(ComponentRegistry registry, ParameterStore store) {
        this.registry = registry;
        this.store = store;
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

    /**
     * Binds a component as it stands in a model file: {@code gru}, or {@code {type: gru, units: 3}}.
     *
     * @throws dev.tendril.api.DiagnosticsException with every problem of the text
     */
    public <T> ComponentRef<T> bind(Kind kind, String yaml) {
        Problems problems = new Problems();
        Binder binder = new Binder(registry, problems, new Sources(), name -> Optional.empty());
        Optional<BoundComponent> bound = new YamlReader(YamlLimits.standard(), problems)
                .value("component.yaml", yaml)
                .flatMap(value -> binder.component(kind, value, ""));
        problems.throwIfAny();
        return bound.orElseThrow(() -> new IllegalStateException("nothing was bound, and nothing reported: " + yaml))
                .as();
    }

    /**
     * A place where cells, attentions, distributions, normalisations, positions, poolings and nested nodes are made.
     *
     * @param path what the paths of their parameters begin with
     */
    public ComponentContext place(String path) {
        return new BuildContext.Scope(new BuildContext.Site(workshop, Place.of(path), new NoParameters(), List.of()));
    }

    /**
     * Types of the outputs of a node or head.
     *
     * @param kind {@link Kind#NODE} or {@link Kind#HEAD}
     * @throws dev.tendril.api.graph.InvalidGraph if the inputs do not fit
     */
    public PortTypes outputs(Kind kind, ComponentRef<Node> reference, PortTypes inputs) {
        NodeProvider<Record> provider = workshop.components().node(kind, reference);
        return provider.infer(reference.parameters(), inputs, workshop.sizes());
    }

    /**
     * Makes a node or head.
     *
     * @param kind {@link Kind#NODE} or {@link Kind#HEAD}
     * @param path what the paths of its parameters begin with
     * @param inputs types of the values that arrive
     * @param vocabularies of the ids that arrive, by port
     * @throws dev.tendril.api.graph.InvalidGraph if the inputs do not fit
     */
    public Node node(
            Kind kind,
            ComponentRef<Node> reference,
            String path,
            PortTypes inputs,
            Map<String, Vocabulary> vocabularies) {
        outputs(kind, reference, inputs);
        NodeProvider<Record> provider = workshop.components().node(kind, reference);
        BuildContext.Site site = new BuildContext.Site(
                workshop, Place.of(path), reference.parameters(), List.copyOf(vocabularies.values()));
        return provider.create(reference.parameters(), new BuildContext.OfNode(site, new Ports(inputs, vocabularies)));
    }
}
