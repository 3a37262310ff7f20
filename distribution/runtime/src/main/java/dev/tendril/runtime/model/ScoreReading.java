package dev.tendril.runtime.model;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.layer.Head;
import dev.tendril.api.model.Prediction;
import dev.tendril.nlp.batching.FieldCodec;
import dev.tendril.nlp.batching.NumbersCodec;
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
    /** The probability above which a label of a set is taken to hold. */
    private static final double HOLDS = 0.5;

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
        boolean single = scores.levels() == 0;
        int last = scores.shape().size(-1);
        double[] real = single ? numbers : Arrays.copyOf(numbers, steps(scores, row) * last);
        return switch (reading) {
            case PROBABILITIES -> single ? label(real) : labels(real, last);
            case INDEPENDENT_PROBABILITIES -> single ? set(real, 0, last) : sets(real, last);
            case NUMBERS -> numbers(real);
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
        Map<String, Double> byLabel = likeliestFirst(probabilities, 0, probabilities.length);
        return new Prediction.Label(byLabel.keySet().iterator().next(), byLabel);
    }

    private Prediction.LabelSet set(double[] probabilities, int from, int classes) {
        Map<String, Double> byLabel = likeliestFirst(probabilities, from, from + classes);
        List<String> holding = byLabel.entrySet().stream()
                .filter(label -> label.getValue() > HOLDS)
                .map(Map.Entry::getKey)
                .toList();
        return new Prediction.LabelSet(holding, byLabel);
    }

    private Prediction.LabelSets sets(double[] probabilities, int classes) {
        List<Prediction.LabelSet> steps = new ArrayList<>();
        for (int from = 0; from < probabilities.length; from += classes) {
            steps.add(set(probabilities, from, classes));
        }
        return new Prediction.LabelSets(steps);
    }

    private Map<String, Double> likeliestFirst(double[] probabilities, int from, int to) {
        Vocabulary vocabulary = vocabulary();
        List<Integer> order = IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -probabilities[at]))
                .toList();
        Map<String, Double> byLabel = new LinkedHashMap<>();
        order.forEach(at -> byLabel.put(vocabulary.token(at - from), probabilities[at]));
        return byLabel;
    }

    private Prediction.Labels labels(double[] probabilities, int classes) {
        Vocabulary vocabulary = vocabulary();
        List<String> labels = new ArrayList<>();
        List<Double> certainties = new ArrayList<>();
        for (int from = 0; from < probabilities.length; from += classes) {
            int best = from;
            for (int i = from + 1; i < from + classes; i++) {
                best = probabilities[i] > probabilities[best] ? i : best;
            }
            labels.add(vocabulary.token(best - from));
            certainties.add(probabilities[best]);
        }
        return new Prediction.Labels(labels, certainties);
    }

    private Prediction.Numbers numbers(double[] values) {
        if (codec instanceof NumbersCodec numbers) {
            return new Prediction.Numbers(numbers.inverted(values));
        }
        throw unfit("numbers");
    }

    private Vocabulary vocabulary() {
        return codec.vocabulary().orElseThrow(() -> unfit("classes"));
    }

    private TendrilException unfit(String predicted) {
        return new TendrilException(
                "head '" + head + "' predicts " + predicted + ", and its target '" + target + "' has none");
    }
}
