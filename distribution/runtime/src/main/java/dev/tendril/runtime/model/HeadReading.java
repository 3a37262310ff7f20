package dev.tendril.runtime.model;

import dev.tendril.api.TendrilException;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Head;
import dev.tendril.api.model.Prediction;
import dev.tendril.runtime.fit.FittedField;
import dev.tendril.runtime.fit.FittedFields;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.wiring.Evaluation;
import dev.tendril.runtime.wiring.Graph;
import java.util.List;

/** How the numbers of one head become predictions. Immutable and thread-safe. */
sealed interface HeadReading permits ScoreReading, SequenceReading {

    /** Name of the head. */
    String head();

    /** The field it predicts. */
    String target();

    /** One prediction a row. */
    List<Prediction> predict(Evaluation evaluation, int rows, Decoding decoding);

    /**
     * The reading of a head.
     *
     * @throws TendrilException if its target is no field
     */
    static HeadReading of(NodeSpec spec, Graph graph, FittedFields fields) {
        List<Edge> edges = spec.from().getOrDefault(Port.TARGET, List.of());
        if (edges.size() != 1 || !fields.fields().containsKey(edges.get(0).source())) {
            throw new TendrilException(
                    "head '" + spec.name() + "' has no field at its port 'target'; connect the field that it predicts");
        }
        String target = edges.get(0).source();
        FittedField field = fields.get(target);
        Head head = graph.head(spec.name());
        if (head instanceof Head.Scoring scoring) {
            return new ScoreReading(spec.name(), target, scoring.reading(), field.codec());
        }
        if (field instanceof FittedField.Text text) {
            return new SequenceReading(spec.name(), target, text);
        }
        throw new TendrilException("head '" + spec.name() + "' generates a sequence, its target '" + target
                + "' holds one label an example; give it a field of text");
    }
}
