package dev.tendril.runtime.model;

import dev.tendril.api.model.Model;
import dev.tendril.api.model.Session;
import dev.tendril.api.model.SessionOptions;
import dev.tendril.runtime.archive.ArchiveFile;
import dev.tendril.runtime.check.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A trained model over a graph. */
public final class RuntimeModel implements Model {
    private final ModelParts parts;
    private final Predictor predictor;
    private volatile boolean closed;

    /** A model of these parts, whose parameters no longer change. */
    public RuntimeModel(ModelParts parts) {
        this.parts = parts;
        this.predictor = new Predictor(parts);
    }

    /** What it is made of. */
    public ModelParts parts() {
        requireOpen();
        return parts;
    }

    @Override
    public String name() {
        return parts.checked().spec().name();
    }

    @Override
    public String architecture() {
        return parts.checked().architectures().values().stream()
                .map(Architecture::label)
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    /** The fields that heads are computed from; for a language model, which needs none, the text that it continues. */
    @Override
    public List<String> inputs() {
        return predictor.inputs();
    }

    @Override
    public long parameters() {
        return parts.parameters().elements();
    }

    @Override
    public Session session() {
        return session(SessionOptions.defaults());
    }

    @Override
    public Session session(SessionOptions options) {
        requireOpen();
        Decoding decoding = new Decoding(
                Searches.create(
                        parts.registry(),
                        options.decoding().or(() -> parts.checked().spec().decoding())),
                options.results(),
                options.seed(),
                true);
        return new ModelSession(parts, predictor, decoding, options.cancellation(), () -> closed);
    }

    @Override
    public void save(Path file) throws IOException {
        requireOpen();
        ArchiveFile.write(file, ModelArchive.bytes(parts));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
