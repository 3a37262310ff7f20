package dev.tendril.runtime.model;

import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
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

    @Override
    public List<Prediction> predict(Evaluation evaluation, int rows, Decoding decoding) {
        Search.Limits limits = new Search.Limits(
                Collections.nCopies(rows, field.generationLimit()), decoding.results(), decoding.seed());
        List<List<Hypothesis>> found = decoding.search().search(evaluation.stepModel(head), limits);
        return found.stream()
                .<Prediction>map(hypotheses -> new Prediction.Text(
                        hypotheses.stream().map(this::candidate).toList()))
                .toList();
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
