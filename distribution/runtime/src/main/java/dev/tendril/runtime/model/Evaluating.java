package dev.tendril.runtime.model;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.layer.Windowed.Window;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Evaluator;
import dev.tendril.api.training.TrainableModel.WindowLosses;
import dev.tendril.nlp.batching.BatchPlan;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.runtime.wiring.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a model on a data set: decodes it, computes the metrics over the predictions, and the loss over real steps. */
public final class Evaluating implements Evaluator {
    private final ModelParts parts;
    private final Predictor predictor;
    private final EncodedDataSet data;

    /**
     * Judges by the metrics of the model file.
     *
     * @param data whose references of the heads' targets are kept
     */
    public Evaluating(ModelParts parts, Predictor predictor, EncodedDataSet data) {
        this.parts = parts;
        this.predictor = predictor;
        this.data = data;
    }

    @Override
    public Map<String, Double> evaluate(CancellationToken cancellation) {
        Scores scores = new Scores(parts, predictor.targets());
        BatchPlan plan =
                BatchPlan.inOrder(data, parts.checked().spec().evaluation().batchSize());
        Decoding decoding = new Decoding(
                Searches.create(parts.registry(), parts.checked().spec().decoding()), 1, 0, false);
        PassOptions options = PassOptions.inference().cancelledBy(cancellation);
        for (int number = 0; number < plan.size(); number++) {
            cancellation.throwIfCancelled();
            Batch batch = plan.batch(number);
            Optional<Integer> window = parts.checked().spec().training().bpttSteps();
            window.ifPresent(steps -> addWindows(scores, batch, steps, options));
            if (window.isEmpty() || scores.judging()) {
                try (Pass pass = parts.engine().open(options)) {
                    Evaluation evaluation = predictor.evaluate(batch.fields(), pass);
                    if (window.isEmpty()) {
                        scores.addLosses(ModelTraining.losses(parts.graph(), evaluation));
                    }
                    if (scores.judging()) {
                        List<Predictions> predictions = predictor.predict(evaluation, batch.size(), decoding);
                        scores.addPredictions(predictions, data, plan.examples(number));
                    }
                }
            }
        }
        return scores.values();
    }

    /** The losses of a batch window by window, so that a text of any length needs the memory of one. */
    private void addWindows(Scores scores, Batch batch, int length, PassOptions options) {
        ModelTraining model = new ModelTraining(parts);
        int steps = model.windowedSteps(batch);
        Map<String, List<Tensor>> carried = Map.of();
        for (int from = 0; from < steps; from += length) {
            options.cancellation().throwIfCancelled();
            try (Pass pass = parts.engine().open(options)) {
                WindowLosses losses =
                        model.losses(batch, new Window(from, Math.min(steps, from + length)), carried, pass);
                scores.addLosses(losses.heads());
                carried = losses.carried();
            }
        }
    }
}
