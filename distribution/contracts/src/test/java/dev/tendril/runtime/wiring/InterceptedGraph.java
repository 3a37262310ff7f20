package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Value;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A graph like another, in which every node's inputs pass through someone's hands. */
public final class InterceptedGraph {
    private InterceptedGraph() {}

    /** What is done to the values that arrive at a node. */
    @FunctionalInterface
    public interface Interceptor {
        /** The values that the node is given instead. */
        Values inputs(String node, Values inputs, Pass pass);
    }

    /** The same nodes, intercepted. */
    public static Graph of(Graph graph, ModelSpec spec, Interceptor interceptor) {
        return of(graph, spec, Map.of(), interceptor);
    }

    /** The same nodes but for some that are replaced, intercepted. */
    public static Graph of(Graph graph, ModelSpec spec, Map<String, Node> replacements, Interceptor interceptor) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (String name : spec.nodes().keySet()) {
            Node node = replacements.getOrDefault(name, graph.node(name));
            nodes.put(name, intercepted(node, new Hands(name, interceptor)));
        }
        return new Graph(spec, nodes);
    }

    private record Hands(String node, Interceptor interceptor) {
        Values through(Values inputs, Pass pass) {
            return interceptor.inputs(node, inputs, pass);
        }
    }

    private static Node intercepted(Node node, Hands hands) {
        if (node instanceof Head.Scoring scoring) {
            return new ScoringHead(scoring, hands);
        }
        if (node instanceof Head.Penalizing penalty) {
            return new PenaltyHead(penalty, hands);
        }
        return node instanceof Head.Generating generating
                ? new GeneratingHead(generating, hands)
                : new PlainNode(node, hands);
    }

    private record PenaltyHead(Head.Penalizing head, Hands hands) implements Head.Penalizing {
        @Override
        public Values forward(Values inputs, Pass pass) {
            return head.forward(hands.through(inputs, pass), pass);
        }

        @Override
        public Tensor loss(Values inputs, Pass pass) {
            return head.loss(hands.through(inputs, pass), pass);
        }
    }

    private record PlainNode(Node node, Hands hands) implements Node {
        @Override
        public Values forward(Values inputs, Pass pass) {
            return node.forward(hands.through(inputs, pass), pass);
        }

        @Override
        public Optional<Stepper<?>> stepper() {
            return node.stepper();
        }
    }

    private record ScoringHead(Head.Scoring head, Hands hands) implements Head.Scoring {
        @Override
        public Values forward(Values inputs, Pass pass) {
            return head.forward(hands.through(inputs, pass), pass);
        }

        @Override
        public Tensor loss(Values inputs, Pass pass) {
            return head.loss(hands.through(inputs, pass), pass);
        }

        @Override
        public double lossWeight(Value target) {
            return head.lossWeight(target);
        }

        @Override
        public Reading reading() {
            return head.reading();
        }
    }

    private record GeneratingHead(Head.Generating head, Hands hands) implements Head.Generating {
        @Override
        public Values forward(Values inputs, Pass pass) {
            return head.forward(hands.through(inputs, pass), pass);
        }

        @Override
        public Tensor loss(Values inputs, Pass pass) {
            return head.loss(hands.through(inputs, pass), pass);
        }

        @Override
        public double lossWeight(Value target) {
            return head.lossWeight(target);
        }

        @Override
        public StepModel<?> stepModel(Values inputs, Pass pass) {
            return head.stepModel(hands.through(inputs, pass), pass);
        }
    }
}
