package dev.tendril.nlp.dates;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;

/** Registers {@code weekday_months}. */
public final class WeekdayMonthsProvider implements ReaderProvider<WeekdayMonthsParameters> {
    static final String NAME = "weekday_months";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<WeekdayMonthsParameters> parameters() {
        return WeekdayMonthsParameters.class;
    }

    @Override
    public String description() {
        return "Every weekday with every month, written in up to twenty languages: language, weekday, month and phrase.";
    }

    @Override
    public Reader create(WeekdayMonthsParameters parameters, ReaderContext context) {
        return new WeekdayMonths(parameters);
    }
}
