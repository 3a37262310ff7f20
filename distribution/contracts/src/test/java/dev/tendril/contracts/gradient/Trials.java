package dev.tendril.contracts.gradient;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.training.Loss;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.wiring.ComponentBench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** How every component that has numbers to differentiate is tried: its parameters as YAML, the sizes and types around it. */
final class Trials {
    private final Map<Name, List<Trial>> trials = new LinkedHashMap<>();

    /** A component, as the registry names it. */
    record Name(Kind kind, String id) {
        @Override
        public String toString() {
            return kind.label() + " " + id;
        }
    }

    /**
     * One way to try a component.
     *
     * @param yaml what it is made from
     * @param making what is differentiated
     */
    record Trial(String yaml, BiFunction<ComponentBench, Engine, Subject> making) {
        Subject subject(ComponentRegistry registry, Engine engine) {
            return making.apply(new ComponentBench(registry, engine.parameters(RandomKey.of(5))), engine);
        }
    }

    private Trials() {}

    /** The trials of all components. */
    static Map<Name, List<Trial>> all() {
        Trials all = new Trials();
        all.cells();
        all.attentions();
        all.pointwise();
        all.positions();
        all.poolings();
        all.nodes();
        all.recurrentSteps();
        all.transformers();
        all.heads();
        all.losses();
        return all.trials;
    }

    /** Whether components of a kind have gradients, and why not. The compiler keeps this list closed. */
    static boolean differentiable(Kind kind) {
        return switch (kind) {
            case CELL, ATTENTION, DISTRIBUTION, ACTIVATION, NORMALIZATION, POSITION, POOLING, NODE, HEAD, LOSS -> true;
            case INITIALIZER -> false; // draws numbers once, before anything is computed
            case OPTIMIZER, CLIPPING, SCHEDULE -> false; // use gradients, and are not differentiated themselves
            case METRIC, SEARCH -> false; // count or choose, outside any loss
            case TOKENIZER, VOCABULARY, TRANSFORM, READER -> false; // make the data, before any tensor
        };
    }

    private void cells() {
        for (String activation : List.of("sigmoid", "tanh", "relu", "identity")) {
            cell("rnn", "{type: rnn, units: 3, activation: " + activation + "}", 2);
        }
        for (String name : List.of("lstm", "lstm_layer_norm", "gru", "gru_reset_after")) {
            cell(name, "{type: " + name + ", units: 3}", 2);
        }
        cell("zoneout", "{type: zoneout, cell: {type: gru, units: 3}, probability: 0.3}", 2);
        cell(
                "variational_dropout",
                "{type: variational_dropout, cell: {type: lstm, units: 3}, input: 0.3, state: 0.4}",
                2);
        cell("layer_norm", "{type: layer_norm, cell: {type: gru, units: 5}}", 2);
        cell("residual", "{type: residual, cell: {type: rnn, units: 3}}", 3);
        cell("stack", "{type: stack, cells: [{type: gru, units: 3}, {type: rnn, units: 2}], dropout: 0.4}", 2);
    }

    private void attentions() {
        attention("additive", "{type: additive, units: 5}", 3, 2);
        attention("general", "general", 3, 2);
        attention("dot", "dot", 3, 3);
        attention("scaled_dot", "scaled_dot", 3, 3);
    }

    private void pointwise() {
        add(
                Kind.DISTRIBUTION,
                "softmax",
                "softmax",
                (bench, engine) -> Subjects.distribution(
                        bench.parameters(),
                        bench.place("made").distribution(bench.bind(Kind.DISTRIBUTION, "softmax"), "made", 1)));
        for (String name : List.of("sigmoid", "tanh", "relu", "identity")) {
            add(
                    Kind.ACTIVATION,
                    name,
                    name,
                    (bench, engine) -> Subjects.activation(
                            bench.parameters(), Trials.<Activation>plain(bench, Kind.ACTIVATION, name)));
        }
        add(
                Kind.NORMALIZATION,
                "layer_norm",
                "layer_norm",
                (bench, engine) -> Subjects.normalization(
                        bench.parameters(),
                        bench.place("made").normalization(bench.bind(Kind.NORMALIZATION, "layer_norm"), "made", 5),
                        5));
    }

    private void positions() {
        position("sinusoidal", "sinusoidal");
        position("sinusoidal", "{type: sinusoidal, scaled: false}");
        position("learned", "{type: learned, length: 5}");
        position("rotary", "rotary");
    }

    private void position(String name, String yaml) {
        add(
                Kind.POSITION,
                name,
                yaml,
                (bench, engine) -> Subjects.position(
                        bench.parameters(),
                        bench.place("made").position(bench.bind(Kind.POSITION, yaml), "made", 10),
                        10));
    }

    private void poolings() {
        for (String name : List.of("first", "last", "sum", "mean", "max")) {
            add(
                    Kind.POOLING,
                    name,
                    name,
                    (bench, engine) -> Subjects.pooling(
                            bench.parameters(),
                            bench.place("made").pooling(bench.bind(Kind.POOLING, name), "made", 2),
                            2));
        }
    }

    private void nodes() {
        node("embedding", "{type: embedding, units: 3}", port("input", ids("source", 7)));
        node("one_hot", "one_hot", port("input", ids("source", 7)));
        node("one_hot", "one_hot", port("input", sets("source", 7)));
        node("linear", "{type: linear, units: 3, activation: tanh}", port("input", vectors("source", 2)));
        node("linear", "{type: linear, units: 3, bias: false}", port("input", EdgeType.vector(Size.of(2))));
        node("dropout", "{type: dropout, rate: 0.4}", port("input", vectors("source", 3)));
        node("pooling", "{type: pooling, method: mean}", port("input", vectors("source", 2)));
        node("pooling", "{type: pooling, method: max}", port("input", sentences(2)));
        node("reverse", "reverse", port("input", vectors("source", 2)));
        node("differences", "differences", port("input", vectors("source", 2)));
        node("concat", "concat", new PortTypes(Map.of("input", List.of(vectors("source", 2), vectors("source", 3)))));
        String layers = "layers: 2, dropout: 0.3, residual: true";
        node(
                "recurrent",
                "{type: recurrent, cell: {type: gru, units: 2}, bidirectional: true, " + layers + "}",
                port("input", vectors("source", 3)));
        node(
                "recurrent",
                "{type: recurrent, cell: {type: lstm, units: 2}, " + layers + "}",
                port("input", vectors("source", 3)));
    }

    private void recurrentSteps() {
        PortTypes input = port("input", vectors("target", 2));
        PortTypes attending = input.and("memory", vectors("source", 3));
        EdgeType vector = EdgeType.vector(Size.of(5));
        String steps = "{type: recurrent_steps, cell: {type: gru, units: 2}, ";
        node("recurrent_steps", steps + "layers: 2, dropout: 0.3}", input.and("context", vector));
        node(
                "recurrent_steps",
                "{type: recurrent_steps, cell: {type: lstm, units: 2}, attention: {type: additive, units: 3}}",
                attending.and("initial", vector));
        node(
                "recurrent_steps",
                steps + "attention: general, attention_position: after, input_feeding: true}",
                attending.and("initial", vector).and("context", vector));
    }

    private void transformers() {
        String small = "{type: transformer, units: 4, heads: 2, layers: 1, feed_forward: 3, ";
        node(
                "transformer",
                small + "norm: post, positions: {type: learned, length: 5}}",
                port("input", vectors("source", 4)));
        node("transformer", small + "dropout: 0.3, positions: rotary}", port("input", vectors("source", 4)));
        String steps = "{type: transformer_steps, units: 4, heads: 2, layers: 2, feed_forward: 3, ";
        PortTypes input = port("input", vectors("target", 4));
        node("transformer_steps", steps + "norm: post}", input);
        node("transformer_steps", steps + "dropout: 0.3}", input.and("memory", vectors("source", 3)));
    }

    private void heads() {
        add(
                Kind.HEAD,
                "classifier",
                "classifier",
                port("input", EdgeType.vector(Size.of(3))).and("target", EdgeType.id(Size.of(5))));
        add(
                Kind.HEAD,
                "classifier",
                "{type: classifier, loss: {type: cross_entropy, label_smoothing: 0.1}}",
                port("input", vectors("source", 3)).and("target", ids("source", 5)));
        add(
                Kind.HEAD,
                "multi_label",
                "multi_label",
                port("input", EdgeType.vector(Size.of(3))).and("target", set(5)));
        add(
                Kind.HEAD,
                "multi_label",
                "{type: multi_label, loss: {type: binary, positive_weight: 2.5}}",
                port("input", vectors("source", 3)).and("target", sets("source", 5)));
        add(
                Kind.HEAD,
                "regression",
                "regression",
                port("input", EdgeType.vector(Size.of(3))).and("target", EdgeType.vector(Size.of(2))));
        add(
                Kind.HEAD,
                "regression",
                "{type: regression, loss: huber}",
                port("input", vectors("source", 3)).and("target", vectors("source", 2)));
        String parts = "embedding: {type: embedding, units: 2}, network: {type: recurrent_steps,"
                + " cell: {type: gru, units: 3}, attention: {type: additive, units: 2}}";
        PortTypes ports = port("target", ids("target", 7))
                .and("memory", vectors("source", 3))
                .and("initial", EdgeType.vector(Size.of(2)));
        add(Kind.HEAD, "decoder", "{type: decoder, " + parts + "}", ports);
        add(Kind.HEAD, "decoder", "{type: decoder, scheduled_sampling: 0.5, " + parts + "}", ports);
    }

    private void losses() {
        loss("cross_entropy", "cross_entropy", vectors("source", 5), ids("source", 5));
        loss(
                "cross_entropy",
                "{type: cross_entropy, label_smoothing: 0.2}",
                EdgeType.vector(Size.of(5)),
                EdgeType.id(Size.of(5)));
        loss("binary", "binary", vectors("source", 5), sets("source", 5));
        loss("binary", "{type: binary, positive_weight: 2.5}", EdgeType.vector(Size.of(5)), set(5));
        for (String name : List.of("mse", "mae", "huber")) {
            loss(name, name, vectors("source", 3), vectors("source", 3));
            loss(name, name, EdgeType.vector(Size.of(3)), EdgeType.vector(Size.of(3)));
        }
        loss("huber", "{type: huber, delta: 0.3}", vectors("source", 3), vectors("source", 3));
    }

    private void loss(String name, String yaml, EdgeType output, EdgeType target) {
        add(
                Kind.LOSS,
                name,
                yaml,
                (bench, engine) ->
                        Subjects.loss(bench.parameters(), Trials.<Loss>plain(bench, Kind.LOSS, yaml), output, target));
    }

    private void cell(String name, String yaml, int inputSize) {
        add(
                Kind.CELL,
                name,
                yaml,
                (bench, engine) -> cell(
                        bench,
                        bench.place("made").cell(bench.bind(Kind.CELL, yaml), "made", inputSize),
                        inputSize,
                        engine));
    }

    private static <S extends CellState> Subject cell(
            ComponentBench bench, Cell<S> cell, int inputSize, Engine engine) {
        return Subjects.cell(bench.parameters(), cell, inputSize, engine);
    }

    private void attention(String name, String yaml, int querySize, int memorySize) {
        add(
                Kind.ATTENTION,
                name,
                yaml,
                (bench, engine) -> attention(
                        bench,
                        bench.place("made").attention(bench.bind(Kind.ATTENTION, yaml), "made", querySize, memorySize),
                        querySize,
                        memorySize));
    }

    private static <M extends CellState, S extends CellState> Subject attention(
            ComponentBench bench, Attention<M, S> attention, int querySize, int memorySize) {
        return Subjects.attention(bench.parameters(), attention, querySize, memorySize);
    }

    private void node(String name, String yaml, PortTypes ports) {
        add(Kind.NODE, name, yaml, ports);
    }

    private void add(Kind kind, String name, String yaml, PortTypes ports) {
        add(kind, name, yaml, (bench, engine) -> Subjects.node(bench, kind, yaml, ports));
    }

    private void add(Kind kind, String name, String yaml, BiFunction<ComponentBench, Engine, Subject> making) {
        trials.computeIfAbsent(new Name(kind, "core/" + name), key -> new ArrayList<>())
                .add(new Trial(yaml, making));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the kind is that of the YAML
    private static <T> T plain(ComponentBench bench, Kind kind, String yaml) {
        return bench.place("made").create(bench.bind(kind, yaml), "made");
    }

    private static PortTypes port(String port, EdgeType type) {
        return PortTypes.of(port, type);
    }

    private static EdgeType vectors(String axis, int features) {
        return EdgeType.sequence(axis, Size.of(features));
    }

    private static EdgeType ids(String axis, int vocabulary) {
        return EdgeType.ids(axis, Size.of(vocabulary));
    }

    private static EdgeType set(int vocabulary) {
        return new EdgeType(List.of(), new Element.IdSet(Size.of(vocabulary)));
    }

    private static EdgeType sets(String axis, int vocabulary) {
        return new EdgeType(List.of(axis), new Element.IdSet(Size.of(vocabulary)));
    }

    private static EdgeType sentences(int features) {
        return new EdgeType(
                List.of("sentences", "words"), vectors("words", features).element());
    }
}
