package dev.tendril.runtime.train;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.training.Evaluator;
import dev.tendril.api.training.Metric;
import dev.tendril.runtime.spec.EarlyStoppingSpec;
import dev.tendril.runtime.spec.ModelSpec;
import dev.tendril.training.EarlyStopping;
import dev.tendril.training.Judging;
import java.util.Optional;

/** Which value of the validation split decides about the best epoch: that of early stopping, or the loss. */
final class WatchedMetric {
    private final ModelSpec spec;
    private final Components components;

    WatchedMetric(ModelSpec spec, Components components) {
        this.spec = spec;
        this.components = components;
    }

    Judging judging(Evaluator evaluator) {
        Optional<EarlyStoppingSpec> rule = spec.training().earlyStopping();
        String metric = rule.map(EarlyStoppingSpec::metric).orElse(EarlyStoppingSpec.LOSS);
        return new Judging(
                evaluator,
                metric,
                higherIsBetter(metric),
                rule.map(each -> new EarlyStopping(each.patience(), each.minimumImprovement())));
    }

    /** Losses and perplexities are better when smaller; a metric says so itself, under its name or behind a head's. */
    private boolean higherIsBetter(String watched) {
        String name = watched.substring(watched.lastIndexOf('.') + 1);
        for (ComponentRef<Metric> reference : spec.evaluation().metrics()) {
            if (reference.id().substring(reference.id().indexOf('/') + 1).equals(name)) {
                return components.metric(reference).higherIsBetter();
            }
        }
        return false;
    }
}
