package dev.tendril.runtime.model;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.layer.Head;
import dev.tendril.api.model.Prediction;
import dev.tendril.nlp.batching.FieldCodec;
import dev.tendril.runtime.wiring.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads the output of a scoring head.
 *
 * @param head its name
 * @param target the field it predicts
 * @param reading what its numbers mean
 * @param codec of the target
 */
record ScoreReading(String head, String target, Head.Reading reading, FieldCodec codec) implements HeadReading {

    @Override
    public List<Prediction> predict(Evaluation evaluation, int rows, Decoding decoding) {
        Sequence scores = evaluation.scores(head);
        double[] numbers = scores.values().toDoubles();
        int perRow = rows == 0 ? 0 : numbers.length / rows;
        List<Prediction> predictions = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double[] own = Arrays.copyOfRange(numbers, row * perRow, (row + 1) * perRow);
            predictions.add(read(own, scores, row));
        }
        return predictions;
    }

    private Prediction read(double[] numbers, Sequence scores, int row) {
        int last = scores.shape().size(-1);
        return switch (reading) {
            case PROBABILITIES -> scores.levels() == 0 ? label(numbers) : labels(numbers, last, steps(scores, row));
            case NUMBERS, INDEPENDENT_PROBABILITIES ->
                numbers(scores.levels() == 0 ? numbers : Arrays.copyOf(numbers, steps(scores, row) * last));
        };
    }

    private int steps(Sequence scores, int row) {
        if (scores.levels() != 1) {
            throw new TendrilException("head '" + head + "' predicts over " + scores.levels()
                    + " time axes; predictions have at most one");
        }
        return scores.lengths().get(0).at(row);
    }

    private Prediction.Label label(double[] probabilities) {
        Vocabulary vocabulary = codec.vocabulary();
        List<Integer> likeliestFirst = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -probabilities[id]))
                .toList();
        Map<String, Double> byLabel = new LinkedHashMap<>();
        likeliestFirst.forEach(id -> byLabel.put(vocabulary.token(id), probabilities[id]));
        return new Prediction.Label(vocabulary.token(likeliestFirst.get(0)), byLabel);
    }

    private Prediction.Labels labels(double[] probabilities, int classes, int steps) {
        List<String> labels = new ArrayList<>();
        List<Double> certainties = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            int best = step * classes;
            for (int i = best + 1; i < (step + 1) * classes; i++) {
                best = probabilities[i] > probabilities[best] ? i : best;
            }
            labels.add(codec.vocabulary().token(best - step * classes));
            certainties.add(probabilities[best]);
        }
        return new Prediction.Labels(labels, certainties);
    }

    private static Prediction.Numbers numbers(double[] values) {
        return new Prediction.Numbers(Arrays.stream(values).boxed().toList());
    }
}
