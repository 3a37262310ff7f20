package dev.tendril.runtime.check;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infers the types at all ports, node by node. What stands behind a node in which something is wrong is left alone. */
final class TypeInference {
    private final ComponentRegistry registry;
    private final SymbolicSizes sizes;
    private final Trouble trouble;
    private final Map<String, EdgeType> fields;
    private final Map<String, PortTypes> inputs = new LinkedHashMap<>();
    private final Map<String, PortTypes> outputs = new LinkedHashMap<>();

    /**
     * An inference.
     *
     * @param fields types of the fields that are whole
     * @param trouble hears what is wrong
     */
    TypeInference(ComponentRegistry registry, Map<String, EdgeType> fields, Trouble trouble) {
        this.registry = registry;
        this.sizes = new SymbolicSizes(registry);
        this.fields = fields;
        this.trouble = trouble;
    }

    /** Hears what is wrong. */
    interface Trouble {
        /** An edge does not fit. */
        void port(NodeSpec node, InvalidGraph.Problem problem);

        /** Something is wrong with a component named in the node's parameters. */
        void nested(NodeSpec node, ComponentRef<?> reference, Code code, String message);

        /** A node has no such output. */
        void output(NodeSpec node, String port, Edge edge, Set<String> known);

        /** The component itself failed. */
        void failure(NodeSpec node, RuntimeException failure);
    }

    /** The code of a kind of problem. */
    static Code codeOf(InvalidGraph.Kind kind) {
        return kind == InvalidGraph.Kind.KIND_MISMATCH ? Code.KIND_MISMATCH : Code.SIZE_MISMATCH;
    }

    /** Infers one node, whose sources were inferred before. */
    void infer(NodeSpec node) {
        Optional<PortTypes> connected = connected(node);
        if (connected.isEmpty()) {
            return;
        }
        inputs.put(node.name(), connected.get());
        try {
            outputs.put(node.name(), Unchecked.infer(registry, node.kind(), node.component(), connected.get(), sizes));
        } catch (InvalidGraph unfit) {
            unfit.problems().forEach(problem -> trouble.port(node, problem));
        } catch (NestedProblem nested) {
            trouble.nested(node, nested.reference(), nested.code(), nested.words());
        } catch (RuntimeException failure) {
            trouble.failure(node, failure);
        }
    }

    private Optional<PortTypes> connected(NodeSpec node) {
        Map<String, List<EdgeType>> types = new LinkedHashMap<>();
        boolean whole = true;
        for (Map.Entry<String, List<Edge>> port : node.from().entrySet()) {
            List<EdgeType> found = new ArrayList<>();
            for (Edge edge : port.getValue()) {
                type(node, port.getKey(), edge).ifPresent(found::add);
            }
            whole &= found.size() == port.getValue().size();
            types.put(port.getKey(), found);
        }
        return whole ? Optional.of(new PortTypes(types)) : Optional.empty();
    }

    private Optional<EdgeType> type(NodeSpec node, String port, Edge edge) {
        EdgeType field = fields.get(edge.source());
        if (field != null) {
            return Optional.of(field);
        }
        PortTypes source = outputs.get(edge.source());
        if (source == null) {
            return Optional.empty();
        }
        Optional<EdgeType> type = source.find(edge.output());
        if (type.isEmpty()) {
            trouble.output(node, port, edge, source.types().keySet());
        }
        return type;
    }

    /** Types at the connected inputs of the nodes that could be inferred. */
    Map<String, PortTypes> inputs() {
        return inputs;
    }

    /** Types at their outputs. */
    Map<String, PortTypes> outputs() {
        return outputs;
    }
}
