package dev.tendril.contracts.builtin;

import static dev.tendril.contracts.builtin.Edges.id;
import static dev.tendril.contracts.builtin.Edges.ids;
import static dev.tendril.contracts.builtin.Edges.port;
import static dev.tendril.contracts.builtin.Edges.sentences;
import static dev.tendril.contracts.builtin.Edges.set;
import static dev.tendril.contracts.builtin.Edges.sets;
import static dev.tendril.contracts.builtin.Edges.vector;

import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.plugin.CorePlugin;
import dev.tendril.testkit.ActivationContract;
import dev.tendril.testkit.AttentionContract;
import dev.tendril.testkit.CellContract;
import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.DistributionContract;
import dev.tendril.testkit.Examples;
import dev.tendril.testkit.HeadContract;
import dev.tendril.testkit.InitializerContract;
import dev.tendril.testkit.NodeContract;
import dev.tendril.testkit.NormalizationContract;
import dev.tendril.testkit.PoolingContract;
import dev.tendril.testkit.PositionContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How every component of the module {@code layers} is tried: its parameters as YAML, the sizes and types around it. */
final class LayerContracts {
    private final List<ComponentContract<?>> contracts = new ArrayList<>();

    private LayerContracts() {}

    static List<ComponentContract<?>> all() {
        LayerContracts all = new LayerContracts();
        all.cells();
        all.attentions();
        all.vectors();
        all.initializers();
        all.nodes();
        all.recurrentSteps();
        all.transformers();
        all.heads();
        all.decoders();
        return all.contracts;
    }

    private void cells() {
        for (String activation : List.of("sigmoid", "tanh", "relu", "identity")) {
            cell("{type: rnn, units: 3, activation: " + activation + "}", 2);
        }
        for (String name : List.of("lstm", "lstm_layer_norm", "gru", "gru_reset_after")) {
            cell("{type: " + name + ", units: 3}", 2);
        }
        cell("{type: zoneout, cell: {type: gru, units: 3}, probability: 0.3}", 2);
        cell("{type: variational_dropout, cell: {type: lstm, units: 3}, input: 0.3, state: 0.4}", 2);
        cell("{type: layer_norm, cell: {type: gru, units: 5}}", 2);
        cell("{type: residual, cell: {type: rnn, units: 3}}", 3);
        cell("{type: stack, cells: [{type: gru, units: 3}, {type: rnn, units: 2}], dropout: 0.4}", 2);
    }

    private void cell(String yaml, int inputSize) {
        contracts.add(new CellContract<>(CorePlugin.class, Examples.yaml(yaml), inputSize) {});
    }

    private void attentions() {
        attention("{type: additive, units: 5}", 3, 2);
        attention("general", 3, 2);
        attention("dot", 3, 3);
        attention("scaled_dot", 3, 3);
        contracts.add(new DistributionContract<>(CorePlugin.class, Examples.yaml("softmax"), 2) {});
    }

    private void attention(String yaml, int querySize, int memorySize) {
        contracts.add(new AttentionContract<>(CorePlugin.class, Examples.yaml(yaml), querySize, memorySize) {});
    }

    private void vectors() {
        for (String name : List.of("sigmoid", "tanh", "relu", "identity")) {
            contracts.add(new ActivationContract<>(CorePlugin.class, Examples.yaml(name)) {});
        }
        contracts.add(new NormalizationContract<>(CorePlugin.class, Examples.yaml("layer_norm"), 5) {});
        contracts.add(
                new PositionContract<>(
                        CorePlugin.class, Examples.yaml("sinusoidal", "{type: sinusoidal, scaled: false}"), 10) {});
        contracts.add(new PositionContract<>(CorePlugin.class, Examples.yaml("{type: learned, length: 5}"), 10) {});
        contracts.add(new PositionContract<>(CorePlugin.class, Examples.yaml("rotary"), 12) {});
        for (String name : List.of("first", "last", "sum", "mean", "max")) {
            contracts.add(new PoolingContract<>(CorePlugin.class, Examples.yaml(name), 2) {});
        }
    }

    private void initializers() {
        for (String yaml : List.of("uniform", "normal", "{type: constant, value: 0.5}", "zeros", "ones")) {
            contracts.add(
                    new InitializerContract<>(
                            CorePlugin.class, Examples.yaml(yaml), Shape.of(7), Shape.of(3, 5), Shape.of(2, 3, 5)) {});
        }
        for (String yaml : List.of("orthogonal", "xavier_uniform", "xavier_normal")) {
            contracts.add(
                    new InitializerContract<>(
                            CorePlugin.class, Examples.yaml(yaml), Shape.of(3, 5), Shape.of(5, 3)) {});
        }
    }

    private void nodes() {
        node("{type: embedding, units: 3}", port("input", ids("source", 7)));
        node("one_hot", port("input", ids("source", 7)));
        node("one_hot", port("input", sets("source", 7)));
        node("{type: linear, units: 3, activation: tanh}", port("input", Edges.vectors("source", 2)));
        node("{type: linear, units: 3, bias: false}", port("input", vector(2)));
        node("{type: dropout, rate: 0.4}", port("input", Edges.vectors("source", 3)));
        node("{type: pooling, method: mean}", port("input", Edges.vectors("source", 2)));
        node("{type: pooling, method: max}", port("input", sentences(2)));
        node("reverse", port("input", Edges.vectors("source", 2)));
        node("differences", port("input", Edges.vectors("source", 2)));
        node("concat", new PortTypes(Map.of("input", List.of(Edges.vectors("source", 2), Edges.vectors("source", 3)))));
        String layers = "layers: 2, dropout: 0.3, residual: true";
        PortTypes input = port("input", Edges.vectors("source", 3));
        node("{type: recurrent, cell: {type: gru, units: 2}, bidirectional: true, " + layers + "}", input);
        node("{type: recurrent, cell: {type: lstm, units: 2}, " + layers + "}", input);
    }

    private void recurrentSteps() {
        PortTypes input = port("input", Edges.vectors("target", 2));
        PortTypes attending = input.and("memory", Edges.vectors("source", 3));
        String steps = "{type: recurrent_steps, cell: {type: gru, units: 2}, ";
        node(steps + "layers: 2, dropout: 0.3}", input.and("context", vector(5)));
        node(
                "{type: recurrent_steps, cell: {type: lstm, units: 2}, attention: {type: additive, units: 3}}",
                attending.and("initial", vector(5)));
        node(
                steps + "attention: general, attention_position: after, input_feeding: true}",
                attending.and("initial", vector(5)).and("context", vector(5)));
    }

    private void transformers() {
        String small = "{type: transformer, units: 4, heads: 2, layers: 1, feed_forward: 3, ";
        PortTypes source = port("input", Edges.vectors("source", 4));
        node(small + "norm: post, positions: {type: learned, length: 5}}", source);
        node(small + "dropout: 0.3, positions: rotary}", source);
        String steps = "{type: transformer_steps, units: 4, heads: 2, layers: 2, feed_forward: 3, ";
        PortTypes target = port("input", Edges.vectors("target", 4));
        node(steps + "norm: post}", target);
        node(steps + "dropout: 0.3}", target.and("memory", Edges.vectors("source", 3)));
    }

    private void node(String yaml, PortTypes ports) {
        contracts.add(new NodeContract<>(CorePlugin.class, Examples.yaml(yaml), ports) {});
    }

    private void heads() {
        head("penalty", port("input", vector(3)));
        head("classifier", port("input", vector(3)).and("target", id(5)));
        head(
                "{type: classifier, loss: {type: cross_entropy, label_smoothing: 0.1}}",
                port("input", Edges.vectors("source", 3)).and("target", ids("source", 5)));
        head("multi_label", port("input", vector(3)).and("target", set(5)));
        head(
                "{type: multi_label, loss: {type: binary, positive_weight: 2.5}}",
                port("input", Edges.vectors("source", 3)).and("target", sets("source", 5)));
        head("regression", port("input", vector(3)).and("target", vector(2)));
        head(
                "{type: regression, loss: huber}",
                port("input", Edges.vectors("source", 3)).and("target", Edges.vectors("source", 2)));
    }

    private void decoders() {
        String parts = "embedding: {type: embedding, units: 2}, network: {type: recurrent_steps,"
                + " cell: {type: gru, units: 3}, attention: {type: additive, units: 2}}";
        PortTypes ports = port("target", ids("target", 7))
                .and("memory", Edges.vectors("source", 3))
                .and("initial", vector(2));
        head("{type: decoder, " + parts + "}", ports);
        contracts.add(
                new HeadContract<>(
                        CorePlugin.class,
                        Examples.yaml("{type: decoder, scheduled_sampling: 0.5, " + parts + "}"),
                        ports) {
                    @Override
                    protected String stepByStepSince() {
                        return "the step computes ids";
                    }
                });
    }

    private void head(String yaml, PortTypes ports) {
        contracts.add(new HeadContract<>(CorePlugin.class, Examples.yaml(yaml), ports) {});
    }
}
