package dev.tendril.nlp.reader.forecast;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.DataFile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Windows of the series in a table; see {@link ForecastWindows} for their keys. Every opening reads the table anew. */
final class ForecastReader implements Reader {
    private final DataFile file;
    private final ForecastWindowsParameters parameters;

    ForecastReader(DataFile file, ForecastWindowsParameters parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    @Override
    public Optional<Set<String>> keys() {
        Set<String> keys = new HashSet<>(ForecastWindows.KEYS);
        if (parameters.time().isPresent()) {
            keys.add(ForecastWindows.TIME);
        }
        return Optional.of(keys);
    }

    @Override
    public ExampleStream open() {
        SeriesTable table = SeriesTable.read(file, parameters.inputs(), parameters.targets(), parameters.time());
        return new ForecastWindows(table, parameters);
    }
}
