package dev.tendril.contracts.gradient;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import dev.tendril.runtime.wiring.ComponentBench;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is differentiated of a component of each kind, on the ragged batch of {@link Samples}. */
final class Subjects {
    private static final int STEPS = 5;

    private Subjects() {}

    /** A cell unrolled forwards and backwards from a given state: its outputs, and every tensor of the last state. */
    static <S extends CellState> Subject cell(ParameterStore parameters, Cell<S> cell, int inputSize, Engine engine) {
        List<Subject.Input> inputs = new ArrayList<>();
        inputs.add(new Subject.Input("x", Shape.of(Samples.ROWS, STEPS, inputSize)));
        try (Pass pass = engine.open(PassOptions.inference())) {
            for (Tensor tensor : States.tensors(cell.initialState(Samples.ROWS, pass))) {
                inputs.add(new Subject.Input("initial state " + inputs.size(), tensor.shape()));
            }
        }
        return new Subject(parameters, inputs, (given, pass) -> unrolled(cell, given, pass));
    }

    private static <S extends CellState> List<Tensor> unrolled(Cell<S> cell, List<Tensor> given, Pass pass) {
        Sequence x = Sequence.of(given.get(0), Samples.lengths());
        List<Tensor> outputs = new ArrayList<>();
        for (UnrollOptions options : List.of(UnrollOptions.forward(), UnrollOptions.backward())) {
            Iterator<Tensor> shifts = given.subList(1, given.size()).iterator();
            S initial = States.mapTensors(cell.initialState(Samples.ROWS, pass), tensor -> tensor.plus(shifts.next()));
            Unrolled<S> unrolled = pass.engine().unroll(cell, x, initial, options);
            outputs.add(unrolled.outputs().values());
            outputs.addAll(States.tensors(unrolled.last()));
        }
        return outputs;
    }

    /** An attention that looks into a memory twice: contexts and weights. */
    static <M extends CellState, S extends CellState> Subject attention(
            ParameterStore parameters, Attention<M, S> attention, int querySize, int memorySize) {
        List<Subject.Input> inputs = List.of(
                new Subject.Input("memory", Shape.of(Samples.ROWS, STEPS, memorySize)),
                new Subject.Input("first query", Shape.of(Samples.ROWS, querySize)),
                new Subject.Input("second query", Shape.of(Samples.ROWS, querySize)));
        return new Subject(parameters, inputs, (given, pass) -> {
            M memory = attention.prepare(Sequence.of(given.get(0), Samples.lengths()), pass);
            Attention.Attended<S> first = attention.attend(given.get(1), memory, attention.initialState(memory, pass));
            Attention.Attended<S> second = attention.attend(given.get(2), memory, first.state());
            return List.of(first.context(), first.weights(), second.context(), second.weights());
        });
    }

    /** A distribution of scores alone that looks twice at the real steps of a source. */
    static <S extends CellState> Subject distribution(ParameterStore parameters, Distribution<S> distribution) {
        Shape scores = Shape.of(Samples.ROWS, STEPS);
        List<Subject.Input> inputs =
                List.of(new Subject.Input("first scores", scores), new Subject.Input("second scores", scores));
        return new Subject(parameters, inputs, (given, pass) -> {
            Tensor mask =
                    Sequence.of(pass.zeros(scores.append(1)), Samples.lengths()).mask(pass);
            Tensor query = pass.ones(Shape.of(Samples.ROWS, 1));
            S initial = distribution.initialState(mask, pass);
            Distribution.Weighed<S> first = distribution.weigh(query, given.get(0), mask, initial);
            Distribution.Weighed<S> second = distribution.weigh(query, given.get(1), mask, first.state());
            return List.of(first.weights(), second.weights());
        });
    }

    /** An elementwise function. */
    static Subject activation(ParameterStore parameters, Activation activation) {
        return onVectors(parameters, 3, (given, pass) -> List.of(activation.apply(given.get(0))));
    }

    /** A normalisation over the features. */
    static Subject normalization(ParameterStore parameters, Normalization normalization, int features) {
        return onVectors(parameters, features, (given, pass) -> List.of(normalization.apply(given.get(0))));
    }

    /** A position encoding, of a sequence from its start and of two heads from a later step. */
    static Subject position(ParameterStore parameters, Position position, int features) {
        return onVectors(
                parameters,
                features,
                (given, pass) -> List.of(position.encode(given.get(0), 0), position.encodeHeads(given.get(0), 2, 7)));
    }

    /** A pooling of sequences. */
    static Subject pooling(ParameterStore parameters, Pooling pooling, int features) {
        return onVectors(
                parameters,
                features,
                (given, pass) -> List.of(pooling.pool(Sequence.of(given.get(0), Samples.lengths()), pass)));
    }

    private static Subject onVectors(ParameterStore parameters, int features, Subject.Computation computation) {
        Shape shape = Shape.of(Samples.ROWS, STEPS, features);
        return new Subject(parameters, List.of(new Subject.Input("x", shape)), computation);
    }

    /** A loss of scores or numbers. */
    static Subject loss(ParameterStore parameters, Loss loss, EdgeType output, EdgeType target) {
        loss.check(output, target);
        Subject.Input scores = new Subject.Input("output", Samples.shape(output));
        return new Subject(
                parameters,
                List.of(scores),
                (given, pass) -> List.of(loss.of(
                        new Sequence(given.get(0), Samples.lengths(output)), Samples.fixed(target, pass), pass)));
    }

    /** A node or head: its outputs over real steps, and a head's loss. */
    static Subject node(ComponentBench bench, Kind kind, String yaml, PortTypes ports) {
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        List<Subject.Input> inputs = new ArrayList<>();
        ports.types()
                .forEach((port, edges) -> edges.forEach(edge -> {
                    if (edge.element() instanceof Element.Real) {
                        inputs.add(new Subject.Input(port + " " + inputs.size(), Samples.shape(edge)));
                    } else {
                        vocabularies.put(
                                port, Samples.vocabulary(edge.vocabulary().intValue()));
                    }
                }));
        Node node = bench.node(kind, bench.bind(kind, yaml), "node", ports, vocabularies);
        return new Subject(bench.parameters(), inputs, (given, pass) -> {
            Values values = values(ports, given, pass);
            List<Tensor> outputs = new ArrayList<>();
            node.forward(values, pass).values().values().forEach(each -> outputs.addAll(real(each, pass)));
            if (node instanceof Head head) {
                outputs.add(head.loss(values, pass));
            }
            return outputs;
        });
    }

    private static Values values(PortTypes ports, List<Tensor> given, Pass pass) {
        Iterator<Tensor> numbers = given.iterator();
        Map<String, List<Value>> values = new LinkedHashMap<>();
        ports.types().forEach((port, edges) -> {
            List<Value> atPort = new ArrayList<>();
            for (EdgeType edge : edges) {
                atPort.add(
                        edge.element() instanceof Element.Real
                                ? new Sequence(numbers.next(), Samples.lengths(edge))
                                : Samples.fixed(edge, pass));
            }
            values.put(port, atPort);
        });
        return new Values(values);
    }

    /** The real steps; padding may hold anything, and so counts as 0. */
    private static List<Tensor> real(List<Value> values, Pass pass) {
        List<Tensor> numbers = new ArrayList<>();
        for (Value value : values) {
            if (value instanceof Sequence sequence && sequence.levels() == 0) {
                numbers.add(sequence.values());
            } else if (value instanceof Sequence sequence) {
                numbers.add(sequence.mask(pass).unsqueeze(-1).select(sequence.values(), 0));
            }
        }
        return numbers;
    }
}
