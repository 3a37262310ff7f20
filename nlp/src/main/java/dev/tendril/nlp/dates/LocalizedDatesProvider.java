package dev.tendril.nlp.dates;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.api.tensor.RandomKey;

/** Registers {@code localized_dates}. */
public final class LocalizedDatesProvider implements ReaderProvider<LocalizedDatesParameters> {
    @Override
    public String name() {
        return "localized_dates";
    }

    @Override
    public Class<LocalizedDatesParameters> parameters() {
        return LocalizedDatesParameters.class;
    }

    @Override
    public String description() {
        return "Dates written in twenty languages and three styles from the JDK's CLDR data: 'written', 'iso', 'language', 'style'.";
    }

    @Override
    public Reader create(LocalizedDatesParameters parameters, ReaderContext context) {
        return new LocalizedDates(parameters, context.random(), RandomKey.of(context.seed()));
    }
}
