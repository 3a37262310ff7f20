package dev.tendril.runtime.model;

import dev.tendril.api.data.Value;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.tensor.Pass;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.wiring.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes the predictions of every head. Immutable and thread-safe. */
public final class Predictor {
    private final ModelParts parts;
    private final List<HeadReading> heads;

    /** A predictor over the parts of a model, whose parameters may still change between predictions. */
    public Predictor(ModelParts parts) {
        this.parts = parts;
        this.heads = parts.graph().heads().stream()
                .filter(NodeSpec::predicts)
                .map(head -> HeadReading.of(head, parts.graph(), parts.fields()))
                .toList();
    }

    /** The field that each head predicts, by head. */
    public Map<String, String> targets() {
        Map<String, String> targets = new LinkedHashMap<>();
        heads.forEach(head -> targets.put(head.head(), head.target()));
        return targets;
    }

    /** The fields that heads are computed from, and those that heads continue which generate from nothing. */
    List<String> inputs() {
        Set<String> inputs = new LinkedHashSet<>(parts.checked().predictionFields());
        heads.stream()
                .filter(head -> parts.graph().unconditional(head.head()))
                .forEach(head -> inputs.add(head.target()));
        return List.copyOf(inputs);
    }

    /** Starts an evaluation of the graph, whose results predictions and losses share. */
    public Evaluation evaluate(Map<String, Value> fields, Pass pass) {
        return parts.graph().evaluate(fields, pass);
    }

    /** The predictions of every row. */
    List<Predictions> predict(Evaluation evaluation, int rows, Decoding decoding) {
        Map<String, List<Prediction>> byHead = new LinkedHashMap<>();
        heads.forEach(head -> byHead.put(head.head(), head.predict(evaluation, rows, decoding)));
        List<Predictions> predictions = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, Prediction> ofRow = new LinkedHashMap<>();
            for (Map.Entry<String, List<Prediction>> head : byHead.entrySet()) {
                ofRow.put(head.getKey(), head.getValue().get(row));
            }
            predictions.add(new Predictions(ofRow));
        }
        return predictions;
    }
}
