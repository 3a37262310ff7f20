package dev.tendril.nlp.reader.forecast;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code forecast_windows}. */
public final class ForecastWindowsProvider implements ReaderProvider<ForecastWindowsParameters> {
    @Override
    public String name() {
        return "forecast_windows";
    }

    @Override
    public Class<ForecastWindowsParameters> parameters() {
        return ForecastWindowsParameters.class;
    }

    @Override
    public String description() {
        return "Windows of series in a CSV file: 'history', what comes 'next', and what naive forecasts make of it (Hyndman and Koehler 2006).";
    }

    @Override
    public Reader create(ForecastWindowsParameters parameters, ReaderContext context) {
        return new ForecastReader(FileNames.resolved(parameters.file(), context), parameters);
    }
}
