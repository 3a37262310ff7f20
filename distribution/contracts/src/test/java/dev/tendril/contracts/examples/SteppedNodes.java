package dev.tendril.contracts.examples;

import dev.tendril.api.data.Batch;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.wiring.Graph;
import dev.tendril.runtime.wiring.InterceptedGraph;
import dev.tendril.testkit.StepByStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what the nodes of a model say about whole sequences with what they say step by step, each on the values that arrive at it.
 *
 * @param compared names of the nodes that go step by step
 * @param differing those whose steps differ from the whole in any bit of a real step
 */
record SteppedNodes(List<String> compared, List<String> differing) {

    static SteppedNodes of(ModelParts parts, Batch batch) {
        SteppedNodes result = new SteppedNodes(new ArrayList<>(), new ArrayList<>());
        try (Pass pass = parts.engine().open(PassOptions.inference())) {
            arriving(parts, batch, pass)
                    .forEach(
                            (name, inputs) -> result.compare(name, parts.graph().node(name), inputs, pass));
        }
        return result;
    }

    private static Map<String, Values> arriving(ModelParts parts, Batch batch, Pass pass) {
        Map<String, Values> arriving = new LinkedHashMap<>();
        Graph watched = InterceptedGraph.of(parts.graph(), parts.checked().spec(), (node, inputs, in) -> {
            arriving.put(node, inputs);
            return inputs;
        });
        for (NodeSpec head : watched.heads()) {
            watched.evaluate(batch.fields(), pass).loss(head.name());
        }
        return arriving;
    }

    private void compare(String name, Node node, Values inputs, Pass pass) {
        if (StepByStep.possible(node, inputs)) {
            compared.add(name);
            StepByStep.differences(node, inputs, pass).forEach(difference -> differing.add(name + ", " + difference));
        }
    }
}
