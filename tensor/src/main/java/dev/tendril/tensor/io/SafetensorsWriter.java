package dev.tendril.tensor.io;

import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Storage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes safetensors files, tensors in the order given. */
public final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;
    private static final int BLOCK = 1 << 16; // bytes written at once

    private SafetensorsWriter() {}

    /**
     * Numbers to write.
     *
     * @param shape of the tensor
     * @param storage holds the numbers
     * @param at position of the first
     */
    public record Numbers(Shape shape, Storage storage, int at) {
        long bytes() {
            return shape.elements() * StoredTensor.width(storage.precision());
        }
    }

    /**
     * Writes a file; the caller closes the stream.
     *
     * @throws IllegalArgumentException if the header would be longer than may be read
     */
    public static void write(Map<String, Numbers> tensors, OutputStream out) throws IOException {
        byte[] header = header(tensors).getBytes(StandardCharsets.UTF_8);
        int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (padded > Safetensors.LONGEST_HEADER) {
            throw new IllegalArgumentException("the header of " + tensors.size() + " tensors takes " + padded
                    + " bytes; at most " + Safetensors.LONGEST_HEADER + " can be read back");
        }
        byte[] spaced = Arrays.copyOf(header, padded);
        Arrays.fill(spaced, header.length, padded, (byte) ' ');
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .array());
        out.write(spaced);
        for (Numbers numbers : tensors.values()) {
            write(numbers, out);
        }
    }

    private static void write(Numbers numbers, OutputStream out) throws IOException {
        int width = StoredTensor.width(numbers.storage.precision());
        int count = Math.toIntExact(numbers.shape.elements());
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            double value = numbers.storage.get(numbers.at + i);
            if (width == Float.BYTES) {
                block.putFloat((float) value);
            } else {
                block.putDouble(value);
            }
            if (!block.hasRemaining() || i == count - 1) {
                out.write(block.array(), 0, block.position());
                block.clear();
            }
        }
    }

    private static String header(Map<String, Numbers> tensors) {
        StringBuilder header = new StringBuilder("{");
        long begin = 0;
        for (Map.Entry<String, Numbers> tensor : tensors.entrySet()) {
            Numbers numbers = tensor.getValue();
            long end = Math.addExact(begin, numbers.bytes());
            header.append(header.length() == 1 ? "" : ",")
                    .append(quoted(tensor.getKey()))
                    .append(":{\"dtype\":\"")
                    .append(numbers.storage.precision() == Precision.FLOAT32 ? "F32" : "F64")
                    .append("\",\"shape\":[")
                    .append(Arrays.stream(numbers.shape.toArray())
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(",")))
                    .append("],\"data_offsets\":[")
                    .append(begin)
                    .append(',')
                    .append(end)
                    .append("]}");
            begin = end;
        }
        return header.append('}').toString();
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
