package dev.tendril.nlp.reader;

import dev.tendril.api.data.Example;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts lines at tabs. */
final class TsvParser implements LineParser {
    private final Columns columns;

    TsvParser(boolean header) {
        this.columns = new Columns(header, "columns are divided by single tabs, and there is no quoting");
    }

    @Override
    public @Nullable Example parse(String line, String where, boolean first) {
        return columns.example(Arrays.asList(line.split("\t", -1)), where, first);
    }
}
