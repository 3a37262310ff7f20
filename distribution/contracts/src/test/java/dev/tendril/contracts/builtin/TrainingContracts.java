package dev.tendril.contracts.builtin;

import static dev.tendril.contracts.builtin.Edges.id;
import static dev.tendril.contracts.builtin.Edges.ids;
import static dev.tendril.contracts.builtin.Edges.set;
import static dev.tendril.contracts.builtin.Edges.sets;
import static dev.tendril.contracts.builtin.Edges.vector;
import static dev.tendril.contracts.builtin.Edges.vectors;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Reference;
import dev.tendril.runtime.plugin.CorePlugin;
import dev.tendril.testkit.AveragingContract;
import dev.tendril.testkit.ClippingContract;
import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.Examples;
import dev.tendril.testkit.Judged;
import dev.tendril.testkit.LossContract;
import dev.tendril.testkit.MetricContract;
import dev.tendril.testkit.OptimizerContract;
import dev.tendril.testkit.ScheduleContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How every component of the module {@code training} is tried. */
final class TrainingContracts {
    private final List<ComponentContract<?>> contracts = new ArrayList<>();

    private TrainingContracts() {}

    static List<ComponentContract<?>> all() {
        TrainingContracts all = new TrainingContracts();
        all.losses();
        all.updates();
        all.metrics();
        return all.contracts;
    }

    private void losses() {
        loss("cross_entropy", vectors("source", 5), ids("source", 5));
        loss("{type: cross_entropy, label_smoothing: 0.2}", vector(5), id(5));
        loss("binary", vectors("source", 5), sets("source", 5));
        loss("{type: binary, positive_weight: 2.5}", vector(5), set(5));
        for (String name : List.of("mse", "mae", "huber", "{type: huber, delta: 0.3}")) {
            loss(name, vectors("source", 3), vectors("source", 3));
            loss(name, vector(3), vector(3));
        }
    }

    private void loss(String yaml, EdgeType output, EdgeType target) {
        contracts.add(new LossContract<>(CorePlugin.class, Examples.yaml(yaml), output, target) {});
    }

    private void updates() {
        contracts.add(
                new OptimizerContract<>(
                        CorePlugin.class,
                        Examples.yaml(
                                "{type: sgd, learning_rate: 0.1}",
                                "{type: sgd, learning_rate: 0.05, momentum: 0.9, nesterov: true, weight_decay: 0.001}")) {});
        contracts.add(new OptimizerContract<>(CorePlugin.class, Examples.yaml("{type: adam, learning_rate: 0.01}")) {});
        for (String yaml : List.of("constant", "{type: warmup, steps: 11}", "{type: noam, warmup: 11}")) {
            contracts.add(new ScheduleContract<>(CorePlugin.class, Examples.yaml(yaml)) {});
        }
        for (String yaml : List.of("{type: norm, max: 1.3}", "{type: value, max: 0.7}")) {
            contracts.add(new ClippingContract<>(CorePlugin.class, Examples.yaml(yaml)) {});
        }
        for (String yaml : List.of("{type: exponential, decay: 0.9}", "{type: last_epochs, epochs: 3}")) {
            contracts.add(new AveragingContract<>(CorePlugin.class, Examples.yaml(yaml)) {});
        }
    }

    private void metrics() {
        for (String name : List.of("accuracy", "macro_f1")) {
            metric(name, List.of(label("a", "a"), label("a", "b"), label("b", "b")));
        }
        metric("micro_f1", List.of(labels(Set.of("a"), Set.of("a", "b")), labels(Set.of(), Set.of("b"))));
        metric("span_f1", List.of(spans("B-x I-x O", "B-x I-x O"), spans("B-x O O", "B-x I-x O")));
        for (String name : List.of("mae", "mse", "rmse", "mase", "scaled_mse")) {
            metric(name, numbers());
            metric("naive_" + name, numbers());
        }
    }

    private void metric(String name, List<Judged> judged) {
        contracts.add(new MetricContract<>(CorePlugin.class, Examples.yaml(name), judged) {});
    }

    private static Judged label(String predicted, String wanted) {
        return new Judged(new Prediction.Label(predicted, Map.of(predicted, 1.0)), new Reference.Label(wanted));
    }

    private static Judged labels(Set<String> predicted, Set<String> wanted) {
        return new Judged(
                new Prediction.LabelSet(predicted.stream().sorted().toList(), Map.of()),
                new Reference.LabelSet(wanted));
    }

    private static Judged spans(String predicted, String wanted) {
        List<String> labels = List.of(predicted.split(" "));
        return new Judged(
                new Prediction.Labels(labels, labels.stream().map(label -> 1.0).toList()),
                new Reference.Text(List.of(wanted.split(" ")), wanted));
    }

    private static List<Judged> numbers() {
        return List.of(
                new Judged(
                        new Prediction.Numbers(List.of(1.0, 2.0)),
                        new Reference.Numbers(List.of(1.5, 2.5), List.of(1.0, 3.0), List.of(0.5, 0.7))),
                new Judged(
                        new Prediction.Numbers(List.of(3.0, -1.0)),
                        new Reference.Numbers(List.of(0.0, 1.0), List.of(2.0, 2.0), List.of(0.5, 0.7))));
    }
}
