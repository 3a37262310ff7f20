package dev.tendril.runtime.wiring;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.NodeFailure;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Makes the nodes of one graph from their components. Used by the thread that makes the graph. */
final class NodeMaker {
    private final CheckedModel model;
    private final Workshop workshop;
    private final Set<String> made = new HashSet<>();

    /**
     * A maker.
     *
     * @param first has the node of a name made, whoever makes it
     */
    NodeMaker(ComponentRegistry registry, Blueprint blueprint, Consumer<String> first) {
        this.model = blueprint.model();
        this.workshop = Workshop.of(registry, blueprint, first);
    }

    /** Whether a node was made here; otherwise the embedding program brought it. */
    boolean made(String name) {
        return made.contains(name);
    }

    /**
     * Makes a node.
     *
     * @throws NodeFailure if its component fails
     */
    Node make(String name) {
        NodeSpec spec = spec(name);
        NodeProvider<Record> provider = workshop.components().node(spec.kind(), spec.component());
        Ports ports = ports(spec);
        Place place = spec.share().map(this::shared).orElseGet(() -> Place.of(name));
        Record parameters = spec.component().parameters();
        BuildContext.Site site = new BuildContext.Site(
                workshop, place, parameters, List.copyOf(ports.vocabularies().values()));
        try {
            Node node = provider.create(parameters, new BuildContext.OfNode(site, ports));
            made.add(name);
            return node;
        } catch (TendrilException | CancellationException telling) {
            throw telling;
        } catch (RuntimeException | LinkageError failure) {
            throw new NodeFailure(
                    name,
                    "node '" + name + "' (" + spec.component().id() + ") cannot be made: " + reason(failure),
                    failure);
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof LinkageError
                ? failure + "; put the libraries of the plugin beside its jar"
                : String.valueOf(failure.getMessage());
    }

    private Place shared(String owner) {
        workshop.first().accept(owner);
        return Place.sharing(owner);
    }

    private Ports ports(NodeSpec spec) {
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        spec.from().forEach((port, edges) -> {
            Edge first = edges.get(0);
            Vocabulary vocabulary = workshop.vocabularies().get(first.source());
            if (vocabulary != null) {
                vocabularies.put(port, vocabulary);
            }
        });
        PortTypes inputs = model.inputs().getOrDefault(spec.name(), new PortTypes(Map.of()));
        return new Ports(inputs, vocabularies);
    }

    private NodeSpec spec(String name) {
        NodeSpec spec = model.spec().nodes().get(name);
        if (spec == null) {
            throw new IllegalArgumentException("no node '" + name + "'");
        }
        return spec;
    }
}
