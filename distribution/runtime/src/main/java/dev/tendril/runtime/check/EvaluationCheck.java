package dev.tendril.runtime.check;

import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.training.Metric;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.EarlyStoppingSpec;
import dev.tendril.runtime.spec.EvaluationSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes how a model is judged, and checks that early stopping watches something that is judged. */
final class EvaluationCheck {
    private static final String EARLY_STOPPING = "early_stopping";
    private static final String METRIC = "metric";

    private final Reading reading;
    private final Mapping root;

    EvaluationCheck(Reading reading, Mapping root) {
        this.reading = reading;
        this.root = root;
    }

    /**
     * The section with metrics; those usual for the heads where it names none. Empty if the heads are not known.
     *
     * @param heads shape of task by head
     * @param inputs types at the input ports of every node
     */
    Optional<EvaluationSpec> complete(
            Optional<EvaluationSpec> written, Map<String, Architecture> heads, Map<String, PortTypes> inputs) {
        if (written.isEmpty() || !written.get().metrics().isEmpty()) {
            return written;
        }
        List<ComponentRef<Metric>> usual = new UsualChoices(reading.registry()).metrics(heads, inputs);
        return heads.isEmpty()
                ? Optional.empty()
                : Optional.of(new EvaluationSpec(usual, written.get().batchSize()));
    }

    /**
     * Checks {@code training.early_stopping}.
     *
     * @param judged the completed section, if it is known
     * @param withSplits whether splits are looked at
     */
    void checkEarlyStopping(Optional<TrainingSpec> training, Optional<EvaluationSpec> judged, boolean withSplits) {
        Optional<EarlyStoppingSpec> stopping = training.flatMap(TrainingSpec::earlyStopping);
        if (stopping.isEmpty()) {
            return;
        }
        if (withSplits
                && root.get(TopLevel.DATA).orElse(null) instanceof Mapping data
                && data.get(DataSpec.VALIDATION).isEmpty()) {
            reading.problems()
                    .error(Code.MISSING_KEY, "early stopping watches the validation split, and 'data' has none")
                    .at(root.place(TopLevel.TRAINING, EARLY_STOPPING))
                    .label("add 'validation' to 'data'")
                    .report();
        }
        judged.ifPresent(evaluation -> checkMetric(stopping.get().metric(), evaluation));
    }

    private void checkMetric(String metric, EvaluationSpec evaluation) {
        List<String> known = new ArrayList<>(List.of(EarlyStoppingSpec.LOSS));
        evaluation
                .metrics()
                .forEach(each ->
                        known.add(reading.registry().get(Kind.METRIC, each.id()).shortName()));
        if (!known.contains(metric)) {
            reading.problems()
                    .error(Code.UNKNOWN_METRIC, "early stopping watches '" + metric + "', which is not evaluated")
                    .at(root.place(TopLevel.TRAINING, EARLY_STOPPING, METRIC))
                    .label(Similar.question(metric, known))
                    .note("evaluated: " + String.join(", ", known))
                    .report();
        }
    }
}
