package dev.tendril.runtime.model;

import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.model.Prediction;
import dev.tendril.runtime.fit.FittedField;
import dev.tendril.runtime.wiring.Evaluation;
import java.util.Collections;
import java.util.List;

/**
 * Reads what a generating head generates.
 *
 * @param head its name
 * @param target the field it predicts
 * @param field turns ids into text
 */
record SequenceReading(String head, String target, FittedField.Text field) implements HeadReading {

    /** A head that is given nothing to generate from generates once, and says the same for every row. */
    @Override
    public List<Prediction> predict(Evaluation evaluation, int rows, Decoding decoding) {
        StepModel<?> model = evaluation.stepModel(head);
        Search.Limits limits = new Search.Limits(
                Collections.nCopies(model.rows(), field.generationLimit()), decoding.results(), decoding.seed());
        List<Prediction> predictions = decoding.search().search(model, limits).stream()
                .<Prediction>map(hypotheses -> new Prediction.Text(
                        hypotheses.stream().map(this::candidate).toList()))
                .toList();
        return evaluation.unconditional(head) ? Collections.nCopies(rows, predictions.get(0)) : predictions;
    }

    private Prediction.Candidate candidate(Hypothesis hypothesis) {
        List<String> tokens = field.codec().tokens(hypothesis.tokens());
        return new Prediction.Candidate(
                field.codec().join(tokens),
                tokens,
                hypothesis.score(),
                hypothesis.logProbability(),
                hypothesis.alignment());
    }
}
