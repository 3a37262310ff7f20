package dev.tendril.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Rows as JSON. */
final class JsonRows {
    private JsonRows() {}

    /** Writes an array with an object a row in place of what the file held, which is never half written. */
    static void write(List<?> rows, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(part, rows);
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
