package dev.tendril.testkit.planted;

import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.NoParameters;

/** What all providers here have in common. */
interface Defective extends ComponentProvider<NoParameters> {
    @Override
    default Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    default String description() {
        return "A component with the planted defect that its name says.";
    }
}
