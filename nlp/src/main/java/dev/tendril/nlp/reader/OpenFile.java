package dev.tendril.nlp.reader;

import dev.tendril.api.data.Example;
import org.jspecify.annotations.Nullable;

/** The examples of one file, from its opening to its end. Belongs to one stream. */
public interface OpenFile extends AutoCloseable {
    /**
     * The next example, or null behind the last.
     *
     * @throws dev.tendril.api.DataException if what stands there is none
     */
    @Nullable
    Example next();

    /** The place that was read last, for messages. */
    String where();

    @Override
    void close();
}
