package dev.tendril.api.training;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.HostImplemented;
import java.util.Map;

/** The training loop's view of decoding and metrics: how good the model is now, on the validation split. */
@HostImplemented
@FunctionalInterface
public interface Evaluator {
    /**
     * Values by metric name, in a fixed order; {@code loss} is always among them.
     *
     * @throws java.util.concurrent.CancellationException if the token was cancelled
     */
    Map<String, Double> evaluate(CancellationToken cancellation);
}
