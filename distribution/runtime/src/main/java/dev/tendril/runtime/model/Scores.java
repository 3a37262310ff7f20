package dev.tendril.runtime.model;

import dev.tendril.api.TendrilException;
import dev.tendril.api.layer.Head;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.training.loss.MeanLoss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One judging under way. The values are named {@code loss}, {@code perplexity} for a head that generates, and by metric. A metric is
 * applied to every head whose predictions it judges; a value that several heads have is named after its head:
 * {@code decoder.exact_match}.
 */
final class Scores {
    private final ModelParts parts;
    private final Map<String, String> targets;
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Map<String, Map<String, Metric.Accumulator>> accumulators = new LinkedHashMap<>();
    private MeanLoss losses = MeanLoss.none();

    Scores(ModelParts parts, Map<String, String> targets) {
        this.parts = parts;
        this.targets = targets;
        for (ComponentRef<Metric> reference :
                parts.checked().spec().evaluation().metrics()) {
            metrics.put(shortName(reference), create(reference));
        }
    }

    /** Whether predictions are judged at all. */
    boolean judging() {
        return !metrics.isEmpty();
    }

    void addLosses(List<HeadLoss> batch) {
        losses = losses.plus(batch);
    }

    void addPredictions(List<Predictions> predictions, EncodedDataSet data, int[] examples) {
        for (int row = 0; row < examples.length; row++) {
            for (Map.Entry<String, Prediction> head :
                    predictions.get(row).heads().entrySet()) {
                String target = targets.getOrDefault(head.getKey(), head.getKey());
                add(head.getKey(), head.getValue(), data.reference(target, examples[row]));
            }
        }
    }

    private void add(String head, Prediction prediction, Reference reference) {
        Map<String, Metric.Accumulator> judges = accumulators.computeIfAbsent(head, name -> {
            Map<String, Metric.Accumulator> started = new LinkedHashMap<>();
            metrics.forEach((metric, judge) -> {
                if (judge.judges(prediction, reference)) {
                    started.put(metric, judge.start());
                }
            });
            return started;
        });
        judges.values().forEach(judge -> judge.add(prediction, reference));
    }

    /** Loss first, then perplexity and metrics, head by head. */
    Map<String, Double> values() {
        requireUsed();
        List<String> heads = parts.graph().heads().stream().map(NodeSpec::name).toList();
        List<String> generating = heads.stream()
                .filter(head -> parts.graph().head(head) instanceof Head.Generating)
                .toList();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(MeanLoss.LOSS, losses.value());
        for (String head : heads) {
            if (heads.size() > 1) {
                values.put(head + "." + MeanLoss.LOSS, mean(head));
            }
            if (generating.contains(head) && losses.heads().containsKey(head)) {
                values.put(name(MeanLoss.PERPLEXITY, head, generating.size()), losses.perplexity(head));
            }
            judges(head).forEach((metric, judge) -> values.put(name(metric, head, judgedBy(metric)), judge.value()));
        }
        return values;
    }

    /** A value that several heads have is named after its head. */
    private static String name(String value, String head, long heads) {
        return heads > 1 ? head + "." + value : value;
    }

    private long judgedBy(String metric) {
        return accumulators.values().stream()
                .filter(judges -> judges.containsKey(metric))
                .count();
    }

    private Map<String, Metric.Accumulator> judges(String head) {
        return accumulators.getOrDefault(head, Map.of());
    }

    private void requireUsed() {
        for (String metric : metrics.keySet()) {
            if (!accumulators.isEmpty() && judgedBy(metric) == 0) {
                throw new TendrilException("metric '" + metric + "' judges no head of model '"
                        + parts.checked().spec().name() + "'; name metrics that suit its heads under 'evaluation'");
            }
        }
    }

    /** NaN if the data hold nothing to average. */
    private double mean(String head) {
        MeanLoss.HeadSum sum = losses.heads().get(head);
        return sum == null || sum.steps() == 0 ? Double.NaN : sum.mean();
    }

    private static String shortName(ComponentRef<Metric> reference) {
        return reference.id().substring(reference.id().indexOf('/') + 1);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private Metric create(ComponentRef<Metric> reference) {
        MetricProvider<Record> provider = parts.registry().provider(Kind.METRIC, reference.id(), MetricProvider.class);
        return provider.create(reference.parameters());
    }
}
