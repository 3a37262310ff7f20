package dev.tendril.runtime.train;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.runtime.model.Evaluating;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.model.Predictor;
import java.util.Map;

/**
 * Judges a model on any data.
 *
 * @param parts of the model
 */
public record Judgement(ModelParts parts) {

    /** Values by metric, {@code loss} first. */
    public Map<String, Double> of(Reader data, CancellationToken cancellation) {
        Predictor predictor = new Predictor(parts);
        EncodedDataSet encoded = EncodedDataSet.read(
                data, parts.fields().encoders(predictor.targets().values()), parts.engine(), cancellation);
        return new Evaluating(parts, predictor, encoded).evaluate(cancellation);
    }
}
