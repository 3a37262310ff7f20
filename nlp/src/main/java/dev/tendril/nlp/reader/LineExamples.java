package dev.tendril.nlp.reader;

import dev.tendril.api.data.Example;
import org.jspecify.annotations.Nullable;

/** The examples of a file that has one on each line. */
public final class LineExamples implements OpenFile {
    private final Lines lines;
    private final LineParser parser;

    /** Takes over lines that are open. */
    public LineExamples(Lines lines, LineParser parser) {
        this.lines = lines;
        this.parser = parser;
    }

    @Override
    public @Nullable Example next() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            Example example = parser.parse(line, lines.where(), lines.number() == 1);
            if (example != null) {
                return example;
            }
        }
        return null;
    }

    @Override
    public String where() {
        return lines.where();
    }

    @Override
    public void close() {
        lines.close();
    }
}
