package dev.tendril.runtime.check;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.component.Subject;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.List;
import java.util.Set;

/** Reports what is wrong with a graph at the lines of its file. */
final class LocatedTrouble implements TypeInference.Trouble {
    private final Reading reading;
    private final Linked graph;

    LocatedTrouble(Reading reading, Linked graph) {
        this.reading = reading;
        this.graph = graph;
    }

    @Override
    public void port(NodeSpec node, InvalidGraph.Problem problem) {
        reading.problems()
                .error(TypeInference.codeOf(problem.kind()), "node '" + node.name() + "': " + problem.message())
                .at(graph.place(node.name(), problem.port()))
                .notes(notes(node))
                .report();
    }

    @Override
    public void nested(NodeSpec node, ComponentRef<?> reference, Code code, String message) {
        Location place = reading.sources().of(reference).orElse(graph.place(node.name(), ""));
        reading.problems()
                .error(code, "node '" + node.name() + "': " + message)
                .at(place)
                .label(code == Code.NOT_STEPWISE ? stepwise(reference) : "")
                .notes(notes(node))
                .report();
    }

    /** Why a node cannot go step by step, and the one that can, if there is one of that name. */
    private String stepwise(ComponentRef<?> reference) {
        return "what is bidirectional or pools must see the whole sequence"
                + reading.registry()
                        .find(Kind.NODE, reference.id() + "_steps")
                        .map(steps -> "; '" + steps.writtenName() + "' goes step by step")
                        .orElse("");
    }

    @Override
    public void output(NodeSpec node, String port, Edge edge, Set<String> known) {
        reading.problems()
                .error(Code.UNKNOWN_PORT, "node '" + edge.source() + "' has no output '" + edge.output() + "'")
                .at(graph.written(node.name(), port).stream()
                        .filter(written -> Linker.edge(written).equals(edge))
                        .findFirst()
                        .orElseThrow()
                        .location())
                .label(Similar.question(edge.output(), known))
                .note("outputs: " + String.join(", ", known))
                .report();
    }

    @Override
    public void failure(NodeSpec node, RuntimeException failure) {
        RegisteredComponent component =
                reading.registry().get(node.kind(), node.component().id());
        reading.problems()
                .error(
                        Code.COMPONENT_FAILED,
                        "node '" + node.name() + "': " + component.label() + " failed: " + failure)
                .at(graph.place(node.name(), ""))
                .note("provided by: " + component.owner().label())
                .report();
    }

    private List<String> notes(NodeSpec node) {
        RegisteredComponent component =
                reading.registry().get(node.kind(), node.component().id());
        return Subject.of(component).notes();
    }
}
