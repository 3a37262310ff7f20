package dev.tendril.runtime.train;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Reader;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.training.Evaluator;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.nlp.batching.BucketedBatches;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.fit.Fitting;
import dev.tendril.runtime.fit.Splits;
import dev.tendril.runtime.model.Evaluating;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.model.ModelTraining;
import dev.tendril.runtime.model.Predictor;
import dev.tendril.runtime.model.RuntimeModel;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.wiring.Blueprint;
import dev.tendril.runtime.wiring.Graph;
import dev.tendril.training.Trainer;
import dev.tendril.training.TrainingPlan;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole way from a checked model file to a trained model. */
public final class TrainingPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingPipeline.class);

    private final Workbench workbench;
    private final CheckedModel checked;
    private final Observers observers;

    /** A run that has not started. */
    public TrainingPipeline(Workbench workbench, CheckedModel checked, Observers observers) {
        this.workbench = workbench;
        this.checked = checked;
        this.observers = observers;
    }

    /**
     * What a run gave.
     *
     * @param model with the parameters of the best epoch
     * @param finished why it ended
     * @param metrics of the model on the validation split
     */
    public record Outcome(RuntimeModel model, TrainingEvent.Finished finished, Map<String, Double> metrics) {}

    /**
     * Trains on the calling thread.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled before the first update
     */
    public Outcome run() {
        Splits splits = workbench.splits(checked);
        Fitting.Result fitted = Fitting.fit(
                checked.spec().data(),
                workbench.registry(),
                splits.reader(DataSpec.TRAIN),
                workbench.engine(),
                new FitContext(workbench.engine().random(), key("fit"), observers.cancellation()));
        ModelParts parts = parts(fitted);
        Predictor predictor = new Predictor(parts);
        Evaluator evaluator = new Evaluating(parts, predictor, judged(splits, parts, predictor));
        BestEpoch best = new BestEpoch(observers.listener());
        TrainingEvent.Finished finished = Trainer.run(
                new ModelTraining(parts), plan(fitted.training(), evaluator), best, observers.cancellation());
        Map<String, Double> metrics = best.metrics(finished.bestEpoch()).orElseGet(Map::of);
        return new Outcome(new RuntimeModel(parts), finished, metrics);
    }

    private ModelParts parts(Fitting.Result fitted) {
        CheckedModel bound =
                Specs.bind(checked, workbench.registry(), fitted.fields().sizes());
        ParameterStore store = workbench.engine().parameters(key("parameters"));
        Graph graph =
                workbench.graphs().create(Blueprint.fresh(bound, fitted.fields().vocabularies(), store));
        return new ModelParts(
                bound, checked.resolved(), fitted.fields(), graph, store, workbench.engine(), workbench.registry());
    }

    /** The validation split; the training split itself where there is none. */
    private EncodedDataSet judged(Splits splits, ModelParts parts, Predictor predictor) {
        String split = splits.has(DataSpec.VALIDATION) ? DataSpec.VALIDATION : DataSpec.TRAIN;
        if (!split.equals(DataSpec.VALIDATION)) {
            LOG.warn(
                    "model '{}' has no validation split: its epochs are judged on the data it is trained on",
                    checked.spec().name());
        }
        Reader reader = splits.reader(split);
        return EncodedDataSet.read(
                reader,
                parts.fields().encoders(predictor.targets().values()),
                workbench.engine(),
                observers.cancellation());
    }

    private TrainingPlan plan(EncodedDataSet training, Evaluator evaluator) {
        TrainingSpec spec = checked.spec().training();
        BucketedBatches batches =
                new BucketedBatches(training, spec.batchSize(), Batches.CHUNK, workbench.random(), key("batches"));
        Components components = new Components(workbench.registry());
        return new TrainingPlan(
                new Batches(batches),
                spec.bpttSteps(),
                spec.epochs(),
                key("training"),
                components.rule(spec),
                new WatchedMetric(checked.spec(), components).judging(evaluator),
                observers.checkpoints());
    }

    private RandomKey key(String purpose) {
        return RandomKey.of(checked.spec().seed()).with(purpose);
    }
}
