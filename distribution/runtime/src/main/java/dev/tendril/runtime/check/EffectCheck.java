package dev.tendril.runtime.check;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.training.Metric;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.component.Remarks;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.spec.EarlyStoppingSpec;
import dev.tendril.runtime.spec.EvaluationSpec;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Warns of settings that change nothing because of what stands elsewhere in the file; what a component sees in its own parameters it
 * remarks itself.
 *
 * @param reading hears of them
 * @param root the model file
 */
record EffectCheck(Reading reading, Mapping root) {
    private static final String EARLY_STOPPING = "early_stopping";

    /** Warns of settings of training. */
    void training(TrainingSpec training) {
        training.earlyStopping().ifPresent(stopping -> patience(stopping, training.epochs()));
        if (training.shards() > training.batchSize()) {
            warn(
                    "'shards' has no effect beyond the number of examples: a batch has " + training.batchSize()
                            + " and is to be cut into " + training.shards(),
                    root.place(TopLevel.TRAINING, "shards"),
                    "write at most " + training.batchSize());
        }
    }

    /** The first epoch always improves on nothing, so the earliest stop is one epoch behind the patience. */
    private void patience(EarlyStoppingSpec stopping, int epochs) {
        if (stopping.patience() >= epochs - 1) {
            warn(
                    "early stopping cannot stop: of " + epochs + (epochs == 1 ? " epoch" : " epochs") + " at most "
                            + (epochs - 1) + " can be without improvement, and the patience is " + stopping.patience(),
                    root.place(TopLevel.TRAINING, EARLY_STOPPING, "patience"),
                    "the best epoch is still chosen by what it watches");
        }
    }

    /** Warns of nodes that change nothing, and of heads that nothing learns from. */
    void graph(Linked graph, Map<String, PortTypes> inputs) {
        Remarks remarks = new Remarks(reading.registry(), reading.problems());
        for (NodeSpec node : graph.nodes().values()) {
            PortTypes connected = inputs.get(node.name());
            RegisteredComponent component =
                    reading.registry().get(node.kind(), node.component().id());
            NodeDraft draft = graph.drafts().get(node.name());
            if (connected != null && draft != null) {
                remarks.report(
                        component,
                        () -> Unchecked.remarks(reading.registry(), node, connected),
                        draft.mapping(),
                        draft.key().location());
            }
            if (node.head() && node.weight() == 0) {
                warn(
                        "head '" + node.name() + "' learns nothing: its loss weighs 0",
                        root.place(TopLevel.MODEL, node.name(), GraphReader.WEIGHT),
                        "give it a weight, or remove the head");
            }
        }
    }

    /** Warns of a search that nothing is searched with. */
    void decoding(boolean given, Map<String, Architecture> heads, Map<String, PortTypes> inputs) {
        boolean used = heads.entrySet().stream()
                .anyMatch(head ->
                        UsualChoices.generates(head.getValue()) || UsualChoices.alone(inputs.get(head.getKey())));
        if (given && !heads.isEmpty() && !used) {
            warn(
                    "'decoding' has no effect: no head of the model generates",
                    root.place(TopLevel.DECODING),
                    "remove it");
        }
    }

    /** Warns of metrics that are named twice. */
    void metrics(Optional<EvaluationSpec> written) {
        Set<ComponentRef<Metric>> seen = new HashSet<>();
        written.ifPresent(evaluation -> evaluation.metrics().stream()
                .filter(metric -> !seen.add(metric))
                .forEach(twice -> warn(
                        "a metric has no effect: " + twice.id() + " is named twice",
                        reading.sources().of(twice).orElse(root.place(TopLevel.EVALUATION)),
                        "remove one of the two")));
    }

    private void warn(String message, Location place, String label) {
        reading.problems()
                .warning(Code.NO_EFFECT, message)
                .at(place)
                .label(label)
                .report();
    }
}
