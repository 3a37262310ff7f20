package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** Writes and reads named tensors in the safetensors format. */
@HostImplemented
public interface TensorStore {

    /** Writes tensors in the order of the map; the caller closes the stream. */
    void write(Map<String, Tensor> tensors, OutputStream out) throws IOException;

    /**
     * Opens what {@link #write}, or another safetensors writer, wrote. Checks the whole header before anything is read.
     *
     * @param name of the file, for messages
     * @param bytes the whole file, read from position to limit
     * @throws dev.tendril.api.DataException if it is not well-formed
     */
    Stored read(String name, ByteBuffer bytes);

    /** Tensors in a file; values are read when asked for. */
    @HostImplemented
    interface Stored {
        /** Names and shapes, in the order of the file. */
        Map<String, Shape> shapes();

        /**
         * One tensor, belonging to no pass.
         *
         * @throws IllegalArgumentException if there is none of that name
         */
        Tensor read(String name);
    }
}
