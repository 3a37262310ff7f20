package dev.tendril.runtime.check;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.Map;

/**
 * The graph with its edges, as far as they could be followed.
 *
 * @param nodes those that are whole, in the order of the file
 * @param edges where each edge of a whole node is written, by node and port
 * @param drafts every node
 */
record Linked(
        Map<String, NodeSpec> nodes, Map<String, Map<String, List<Scalar>>> edges, Map<String, NodeDraft> drafts) {

    /** How the edges into a port of a node are written. */
    List<Scalar> written(String node, String port) {
        return edges.getOrDefault(node, Map.of()).getOrDefault(port, List.of());
    }

    /** Where a port of a node is connected; the node itself if it is not. */
    Location place(String node, String port) {
        List<Scalar> written = written(node, port);
        NodeDraft draft = drafts.get(node);
        if (draft == null) {
            throw new IllegalArgumentException("no node '" + node + "'");
        }
        return written.isEmpty() ? draft.key().location() : written.get(0).location();
    }
}
