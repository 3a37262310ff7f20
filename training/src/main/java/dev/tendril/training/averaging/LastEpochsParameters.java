package dev.tendril.training.averaging;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code last_epochs}.
 *
 * @param epochs k
 */
public record LastEpochsParameters(
        @Param("How many epochs the mean is over; the parameters of all but one are kept in memory.")
        @Default("5")
        @Range(min = 2, max = 100)
        int epochs) {}
