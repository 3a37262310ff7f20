package dev.tendril.runtime;

import dev.tendril.api.model.Model;
import dev.tendril.api.training.TrainingEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What training gave.
 *
 * @param model with the parameters of the best epoch
 * @param finished why training ended, and which epoch was best
 * @param metrics of the model on the validation split, {@code loss} first; empty if no epoch ended
 */
public record TrainingResult(Model model, TrainingEvent.Finished finished, Map<String, Double> metrics) {
    public TrainingResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
