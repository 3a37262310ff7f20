package dev.tendril.fuzz;

import dev.tendril.api.DataException;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.tensor.TendrilEngine;
import java.nio.ByteBuffer;

/** Bytes of a safetensors file → its tensors, or refused. */
public final class WeightsTarget {
    private static final Engine ENGINE = TendrilEngine.builder().threads(1).build();

    private WeightsTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            TensorStore.Stored stored = ENGINE.tensorStore().read("weights.safetensors", ByteBuffer.wrap(bytes));
            stored.shapes().keySet().forEach(stored::read);
        } catch (DataException refused) {
            if (refused.getMessage() == null || !refused.getMessage().startsWith("weights.safetensors")) {
                throw new AssertionError("does not say which file", refused);
            }
        }
    }
}
