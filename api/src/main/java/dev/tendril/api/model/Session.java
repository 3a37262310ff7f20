package dev.tendril.api.model;

import dev.tendril.api.HostImplemented;
import java.util.List;

/** Predicting with one model on one thread, with memory kept from call to call. Sees the parameters as they were when it was made. */
@HostImplemented
public interface Session extends AutoCloseable {

    /** What the model says about one input. */
    default Predictions predict(Input input) {
        return predict(List.of(input)).get(0);
    }

    /**
     * What the model says about several inputs, in order; the same bits as one by one.
     *
     * @throws dev.tendril.api.TendrilException naming field and cause if an input does not fit
     */
    List<Predictions> predict(List<Input> inputs);

    /** Releases its memory. */
    @Override
    void close();
}
