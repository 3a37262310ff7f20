package dev.tendril.runtime.model;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.model.Session;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A session: it computes on the calling thread, so many inputs at once. */
final class ModelSession implements Session {
    private final Engine engine;
    private final Predictor predictor;
    private final InputEncoder encoder;
    private final int batchSize;
    private final Decoding decoding;
    private final CancellationToken cancellation;
    private final BooleanSupplier modelClosed;
    private boolean closed;

    ModelSession(
            ModelParts parts,
            Predictor predictor,
            Decoding decoding,
            CancellationToken cancellation,
            BooleanSupplier modelClosed) {
        this.engine = parts.engine();
        this.predictor = predictor;
        this.encoder = new InputEncoder(parts.fields(), predictor.inputs(), parts.engine());
        this.batchSize = parts.checked().spec().evaluation().batchSize();
        this.decoding = decoding;
        this.cancellation = cancellation;
        this.modelClosed = modelClosed;
    }

    @Override
    public List<Predictions> predict(List<Input> inputs) {
        if (closed || modelClosed.getAsBoolean()) {
            throw new IllegalStateException("the " + (closed ? "session" : "model") + " is closed");
        }
        List<Predictions> predictions = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += batchSize) {
            List<Input> some = inputs.subList(from, Math.min(inputs.size(), from + batchSize));
            predictions.addAll(predict(some, from));
        }
        return predictions;
    }

    private List<Predictions> predict(List<Input> inputs, int first) {
        var values = encoder.encode(inputs, first);
        try (Pass pass = engine.open(PassOptions.inference().cancelledBy(cancellation))) {
            return predictor.predict(predictor.evaluate(values, pass), inputs.size(), decoding);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
