package dev.tendril.runtime.spec;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Metric;
import java.util.List;

/**
 * How a model is judged.
 *
 * @param metrics in the order they are reported; those usual for the model's heads where the file names none
 * @param batchSize examples predicted together
 */
public record EvaluationSpec(
        @Param("What predictions are judged by; by default what is usual for the model's heads.") @Default("[]")
        List<ComponentRef<Metric>> metrics,

        @Param("Examples predicted together.") @Default("64") @Range(min = 1)
        int batchSize) {
    public EvaluationSpec {
        metrics = List.copyOf(metrics);
    }
}
