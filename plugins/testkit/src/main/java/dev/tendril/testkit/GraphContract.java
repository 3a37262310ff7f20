package dev.tendril.testkit;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Tendril relies on in a node of the graph, a head or another.
 *
 * @param <P> the node's parameters
 */
public abstract class GraphContract<P extends Record> extends ComputingContract<P> {
    private final PortTypes ports;

    GraphContract(Kind kind, Class<? extends Plugin> plugin, Examples<P> examples, PortTypes ports) {
        super(kind, plugin, examples);
        this.ports = ports;
    }

    final Node node(Trial trial, ComponentBench bench) {
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        ports.types().forEach((port, edges) -> edges.stream()
                .filter(edge -> !(edge.element() instanceof Element.Real))
                .forEach(edge -> vocabularies.put(
                        port, Samples.vocabulary(edge.vocabulary().intValue()))));
        return bench.node(kind(), trial.as(), "tried", ports, vocabularies);
    }

    private List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        ports.types().forEach((port, edges) -> {
            for (int i = 0; i < edges.size(); i++) {
                inputs.add(Input.at(name(port, i), edges.get(i)));
            }
        });
        return inputs;
    }

    private static String name(String port, int number) {
        return number == 0 ? port : port + " " + number;
    }

    private Values values(Subject.Given given, Pass pass) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        ports.types().forEach((port, edges) -> {
            List<Value> atPort = new ArrayList<>();
            for (int i = 0; i < edges.size(); i++) {
                Value value = given.value(name(port, i));
                atPort.add(value instanceof Sequence numbers ? numbers.in(pass) : value);
            }
            values.put(port, atPort);
        });
        return new Values(values);
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        ComponentBench bench = trial.bench(engine, seed);
        Node node = node(trial, bench);
        return new Subject(bench.parameters(), inputs(), (given, pass) -> outputs(node, values(given, pass), pass));
    }

    private static Map<String, Subject.Output> outputs(Node node, Values values, Pass pass) {
        Map<String, Subject.Output> outputs = new LinkedHashMap<>();
        node.forward(values, pass).values().forEach((port, list) -> {
            for (Value value : list) {
                if (value instanceof Sequence sequence) {
                    outputs.put("output at " + port, Subject.Output.real(sequence, pass));
                }
            }
        });
        if (node instanceof Head head) {
            outputs.put("loss", Subject.Output.total(head.loss(values, pass)));
        }
        return outputs;
    }

    @Override
    List<Check> own(Trial trial) {
        return List.of(
                new Check("outputs have the types that were inferred", () -> look(trial, this::types)),
                new Check("going step by step gives the bits of the whole", () -> look(trial, this::steps)));
    }

    /** One look at a node in a pass. */
    interface Look {
        void at(Trial trial, Node node, Values values, Pass pass);
    }

    final void look(Trial trial, Look look) {
        try (TendrilEngine engine = Engines.plain()) {
            ComponentBench bench = trial.bench(engine, 5);
            Node node = node(trial, bench);
            SampleBatch batch = SampleBatch.of(inputs());
            try (Pass pass = engine.open(Run.options(false, batch))) {
                Map<String, Value> given = new LinkedHashMap<>();
                for (Sample sample : batch.samples()) {
                    Numbers numbers = sample.numbers();
                    given.put(
                            sample.input().name(),
                            sample.ids()
                                    ? sample.idValue()
                                    : sample.value(pass.tensor(numbers.shape(), numbers.values())));
                }
                look.at(trial, node, values(new Subject.Given(given, batch.rows()), pass), pass);
            }
        }
    }

    private void types(Trial trial, Node node, Values values, Pass pass) {
        PortTypes inferred;
        try (TendrilEngine engine = Engines.plain()) {
            inferred = trial.bench(engine, 5).outputs(kind(), trial.as(), ports);
        }
        Values outputs = node.forward(values, pass);
        List<String> problems = new ArrayList<>();
        if (!inferred.types().keySet().equals(outputs.values().keySet())) {
            problems.add("inferred ports are " + inferred.types().keySet() + ", there are "
                    + outputs.values().keySet());
        }
        outputs.values().forEach((port, list) -> inferred.find(port)
                .filter(type -> !fits(type, list.get(0), node instanceof Head.Generating))
                .ifPresent(type -> problems.add(
                        "port '" + port + "': inferred is " + type + ", computed was " + described(list.get(0)))));
        Failures.failIf(problems, "a node's outputs have the types that were inferred");
    }

    /**
     * Whether a value is of a type.
     *
     * @param further whether it may have more steps than what arrived: the end of a generated sequence
     */
    private static boolean fits(EdgeType type, Value value, boolean further) {
        if (type.levels() != value.levels()
                || (type.element() instanceof Element.Id) != (value instanceof IdSequence)) {
            return false;
        }
        for (int level = 0; level < type.levels(); level++) {
            String axis = type.axes().get(level);
            if (!further
                    && Samples.knows(axis)
                    && !Samples.lengths(axis).equals(value.lengths().get(level))) {
                return false;
            }
        }
        return Input.at("output", type)
                .features()
                .equals(Shape.of(Arrays.copyOfRange(
                        value.shape().toArray(),
                        1 + value.levels(),
                        value.shape().rank())));
    }

    private static String described(Value value) {
        return (value instanceof IdSequence ? "ids" : "numbers") + " of shape " + value.shape() + " with lengths "
                + value.lengths();
    }

    private void steps(Trial trial, Node node, Values values, Pass pass) {
        StepByStep.check(node, values, pass);
    }
}
