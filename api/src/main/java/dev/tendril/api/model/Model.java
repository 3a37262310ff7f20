package dev.tendril.api.model;

import dev.tendril.api.HostImplemented;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A trained model. Immutable and thread-safe: any number of threads may predict at once, each on its own thread. */
@HostImplemented
public interface Model extends AutoCloseable {

    /** The name given in its YAML file. */
    String name();

    /** Its shape of task, such as {@code many-to-many (encoder–decoder)}. */
    String architecture();

    /** Names of the fields that predicting needs, in the order of the YAML file; for a language model, the text that it continues. */
    List<String> inputs();

    /** Number of learnt numbers. */
    long parameters();

    /** A session with the decoding that the YAML file names. */
    Session session();

    /** A session with other decoding. */
    Session session(SessionOptions options);

    /** What the model says about one input; the same as {@code session().predict(input)}. */
    default Predictions predict(Input input) {
        return predict(List.of(input)).get(0);
    }

    /** What the model says about several inputs, in order; the same bits as one by one. */
    default List<Predictions> predict(List<Input> inputs) {
        try (Session session = session()) {
            return session.predict(inputs);
        }
    }

    /**
     * What a model with one text field says about a text.
     *
     * @throws IllegalStateException if it has other inputs; names them
     */
    default Predictions predict(String text) {
        if (inputs().size() != 1) {
            throw new IllegalStateException("the model wants the fields " + inputs() + "; use predict(Input)");
        }
        return predict(Input.text(inputs().get(0), text));
    }

    /** Writes the archive: to a temporary file beside it first, then renamed, so that no half-written archive is left. */
    void save(Path file) throws IOException;

    /** Releases what it holds. Closing twice changes nothing. */
    @Override
    void close();
}
