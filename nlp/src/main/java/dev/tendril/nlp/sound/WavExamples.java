package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import java.util.HashMap;
import java.util.Map;

/** The rows of tables, each with the features of its recording; one recording in memory at a time. */
final class WavExamples implements ExampleStream {
    /** The key of the features, [T, D]. */
    static final String FRAMES = "frames";

    private final ExampleStream rows;
    private final RecordingNames names;
    private final Extraction extraction;

    WavExamples(ExampleStream rows, RecordingNames names, Extraction extraction) {
        this.rows = rows;
        this.names = names;
        this.extraction = extraction;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Example next() {
        Example row = rows.next();
        if (row.values().containsKey(FRAMES)) {
            throw new DataException(
                    row.origin(),
                    "the table has a column '" + FRAMES + "', which is the key of the recordings' frames; rename it");
        }
        Map<String, Raw> values = new HashMap<>(row.values());
        values.put(FRAMES, extraction.of(names.of(row).read()).raw());
        return new Example(values, row.origin());
    }

    @Override
    public void close() {
        rows.close();
    }
}
