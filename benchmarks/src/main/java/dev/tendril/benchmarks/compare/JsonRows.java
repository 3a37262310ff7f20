package dev.tendril.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Rows as JSON. */
final class JsonRows {
    private JsonRows() {}

    /** Writes an array with an object a row. */
    static void write(List<?> rows, Path file) {
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file, rows);
    }
}
