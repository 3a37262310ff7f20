package dev.tendril.nlp.reader;

import dev.tendril.api.data.Example;
import org.jspecify.annotations.Nullable;

/** Makes examples from lines; belongs to one stream, so it may remember the lines before. */
public interface LineParser {
    /**
     * The example on a line, or null if the line only describes others.
     *
     * @param line without its end
     * @param where {@code file:line}
     * @param first whether it is the first line of its file
     * @throws dev.tendril.api.DataException if the line does not fit
     */
    @Nullable
    Example parse(String line, String where, boolean first);
}
