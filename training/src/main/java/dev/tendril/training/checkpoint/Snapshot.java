package dev.tendril.training.checkpoint;

import dev.tendril.api.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a training run must remember to go on bit for bit. Random numbers need no place in it: they are a function of the
 * run's key, the step and the example.
 *
 * @param progress where it stands
 * @param parameters values by path
 * @param optimizer what the optimiser remembers, by {@code <path of the parameter>#<index of the tensor>}
 * @param averages means of the parameters by path, and what the averaging remembers, by {@code <path of the parameter>#<index of the
 *     tensor>}; empty if none are taken
 * @param best values of the best epoch by path; empty if no epoch is best yet
 * @param carried state between two windows of a batch, by {@code <head>#<index of the tensor>}; empty between two batches
 */
public record Snapshot(
        Progress progress,
        Map<String, Tensor> parameters,
        Map<String, Tensor> optimizer,
        Map<String, Tensor> averages,
        Map<String, Tensor> best,
        Map<String, Tensor> carried) {
    public Snapshot {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        optimizer = Collections.unmodifiableMap(new LinkedHashMap<>(optimizer));
        averages = Collections.unmodifiableMap(new LinkedHashMap<>(averages));
        best = Collections.unmodifiableMap(new LinkedHashMap<>(best));
        carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
    }
}
