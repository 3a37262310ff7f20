package dev.tendril.tensor;

import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.tensor.io.Safetensors;
import dev.tendril.tensor.io.SafetensorsWriter;
import dev.tendril.tensor.io.StoredTensor;
import dev.tendril.tensor.operation.Array;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Safetensors files as tensors of an engine. */
record SafetensorsStore(TendrilEngine engine) implements TensorStore {
    @Override
    public void write(Map<String, Tensor> tensors, OutputStream out) throws IOException {
        Map<String, SafetensorsWriter.Numbers> numbers = new LinkedHashMap<>();
        try (EagerPass pass = engine.open(PassOptions.inference(), false)) { // sees one version of all parameters
            tensors.forEach((name, tensor) -> {
                Array array = pass.numbers(EngineTensor.of(tensor));
                numbers.put(name, new SafetensorsWriter.Numbers(array.shape(), array.storage(), array.at()));
            });
            SafetensorsWriter.write(numbers, out);
        }
    }

    @Override
    public Stored read(String name, ByteBuffer bytes) {
        return new StoredFile(engine, Safetensors.open(name, bytes));
    }

    /** A checked file. */
    private record StoredFile(TendrilEngine engine, Safetensors file) implements Stored {
        @Override
        public Map<String, Shape> shapes() {
            Map<String, Shape> shapes = new LinkedHashMap<>();
            file.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
            return Collections.unmodifiableMap(shapes);
        }

        @Override
        public Tensor read(String name) {
            StoredTensor tensor = file.tensors().get(name);
            if (tensor == null) {
                throw new IllegalArgumentException("the file holds no tensor '" + name + "'");
            }
            return PassTensor.constant(engine, new Array(tensor.shape(), file.read(tensor, engine.precision()), 0));
        }
    }
}
