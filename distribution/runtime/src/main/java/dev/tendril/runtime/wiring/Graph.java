package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.tensor.Pass;
import dev.tendril.runtime.spec.ModelSpec;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A graph that computes. Immutable and thread-safe: every evaluation is an {@link Evaluation} of its own. */
public final class Graph {
    private final Map<String, Vertex> vertices;

    Graph(ModelSpec spec, Map<String, Node> nodes) {
        Map<String, Vertex> wired = new LinkedHashMap<>();
        spec.nodes()
                .forEach((name, node) -> wired.put(name, new Vertex(node, Objects.requireNonNull(nodes.get(name)))));
        this.vertices = Collections.unmodifiableMap(wired);
    }

    /** The heads, in the order of the model file. */
    public List<NodeSpec> heads() {
        return vertices.values().stream()
                .map(Vertex::spec)
                .filter(NodeSpec::head)
                .toList();
    }

    /** What a head is. */
    public Head head(String name) {
        return vertex(name).ask(Head.class, head -> head);
    }

    /** Whether a head is given nothing but its target. */
    public boolean unconditional(String head) {
        return vertex(head).spec().from().keySet().stream().allMatch(Port.TARGET::equals);
    }

    /** The node of a name. */
    public Node node(String name) {
        return vertex(name).node();
    }

    /**
     * Starts an evaluation.
     *
     * @param fields value by field; fields that reach {@code target} ports alone may be left out to predict
     */
    public Evaluation evaluate(Map<String, Value> fields, Pass pass) {
        return new Evaluation(this, fields, pass);
    }

    Vertex vertex(String name) {
        Vertex vertex = vertices.get(name);
        if (vertex == null) {
            throw new IllegalArgumentException("no node '" + name + "' among " + vertices.keySet());
        }
        return vertex;
    }
}
