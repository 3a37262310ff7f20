package dev.tendril.training.schedule;

import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code warmup}.
 *
 * @param steps updates until the full learning rate
 */
public record WarmupParameters(
        @Param("Updates after which the full learning rate is reached.") @Range(min = 1)
        long steps) {}
