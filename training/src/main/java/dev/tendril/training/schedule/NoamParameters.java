package dev.tendril.training.schedule;

import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code noam}.
 *
 * @param warmup updates until the full learning rate
 */
public record NoamParameters(
        @Param("Updates after which the full learning rate is reached.") @Range(min = 1)
        long warmup) {}
