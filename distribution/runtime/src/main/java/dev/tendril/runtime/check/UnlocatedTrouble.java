package dev.tendril.runtime.check;

import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.Set;

/** Reports what is wrong with a graph that no longer has lines: when the numbers that data gave do not fit. */
final class UnlocatedTrouble implements TypeInference.Trouble {
    private final Problems problems;

    UnlocatedTrouble(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void port(NodeSpec node, InvalidGraph.Problem problem) {
        report(TypeInference.codeOf(problem.kind()), node, problem.message());
    }

    @Override
    public void nested(NodeSpec node, ComponentRef<?> reference, Code code, String message) {
        report(code, node, message);
    }

    @Override
    public void output(NodeSpec node, String port, Edge edge, Set<String> known) {
        report(Code.UNKNOWN_PORT, node, "there is no '" + edge + "', only " + known);
    }

    @Override
    public void failure(NodeSpec node, RuntimeException failure) {
        report(Code.COMPONENT_FAILED, node, "'" + node.component().id() + "' failed: " + failure);
    }

    private void report(Code code, NodeSpec node, String message) {
        problems.error(code, "node '" + node.name() + "': " + message).report();
    }
}
