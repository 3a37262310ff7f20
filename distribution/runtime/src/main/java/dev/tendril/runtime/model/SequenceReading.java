package dev.tendril.runtime.model;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.model.Prediction;
import dev.tendril.nlp.search.Continued;
import dev.tendril.runtime.fit.FittedField;
import dev.tendril.runtime.wiring.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what a generating head generates.
 *
 * @param head its name
 * @param target the field it predicts
 * @param field turns ids into text
 */
record SequenceReading(String head, String target, FittedField.Text field) implements HeadReading {

    /** A head that is given nothing to generate from continues what stands at its target, or generates once and says it for every row. */
    @Override
    public List<Prediction> predict(Evaluation evaluation, int rows, Decoding decoding) {
        StepModel<?> model = evaluation.stepModel(head);
        if (!evaluation.unconditional(head)) {
            return predict(model, List.of(), decoding);
        }
        return decoding.continuing()
                ? prefixes(evaluation.ids(target)).stream()
                        .map(prefix -> predict(new Continued<>(model, prefix), prefix, decoding)
                                .get(0))
                        .toList()
                : Collections.nCopies(rows, predict(model, List.of(), decoding).get(0));
    }

    private List<Prediction> predict(StepModel<?> model, List<Integer> prefix, Decoding decoding) {
        Search.Limits limits = new Search.Limits(
                Collections.nCopies(model.rows(), field.generationLimit()), decoding.results(), decoding.seed());
        return decoding.search().search(model, limits).stream()
                .<Prediction>map(hypotheses -> new Prediction.Text(hypotheses.stream()
                        .map(hypothesis -> candidate(prefix, hypothesis))
                        .toList()))
                .toList();
    }

    private static List<List<Integer>> prefixes(IdSequence texts) {
        List<List<Integer>> prefixes = new ArrayList<>();
        int width = texts.shape().size(1);
        for (int row = 0; row < texts.rows(); row++) {
            int[] ids = Arrays.copyOfRange(
                    texts.ids().toArray(),
                    row * width,
                    row * width + texts.lengths().get(0).at(row));
            prefixes.add(Arrays.stream(ids).boxed().toList());
        }
        return prefixes;
    }

    /** The tokens that were given and those that were found; their probability is that of the latter. */
    private Prediction.Candidate candidate(List<Integer> prefix, Hypothesis hypothesis) {
        List<String> tokens = field.codec()
                .shown(Stream.concat(prefix.stream(), hypothesis.tokens().stream())
                        .toList());
        return new Prediction.Candidate(
                field.codec().join(tokens),
                tokens,
                hypothesis.score(),
                hypothesis.logProbability(),
                hypothesis.alignment());
    }
}
