package dev.tendril.tensor.io;

import dev.tendril.api.DataException;
import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Floats;
import dev.tendril.tensor.kernel.Storage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A safetensors file whose header has been checked. */
public final class Safetensors {
    /** Longest header that is read or written. */
    static final int LONGEST_HEADER = 16 << 20;

    private final Map<String, StoredTensor> tensors;
    private final ByteBuffer numbers;

    private Safetensors(Map<String, StoredTensor> tensors, ByteBuffer numbers) {
        this.tensors = tensors;
        this.numbers = numbers;
    }

    /**
     * Checks a file: a header of at most 16 MiB in UTF-8 that starts with a brace, no name twice, at most 65,536 tensors of at most 8
     * axes, ranges that agree with the shapes and cover the rest of the file without gap or overlap.
     *
     * @param name of the file, for messages
     * @param bytes the whole file, from position to limit; not copied
     * @throws DataException if it is not well-formed
     */
    public static Safetensors open(String name, ByteBuffer bytes) {
        ByteBuffer file = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        try {
            int headerLength = headerLength(file);
            List<StoredTensor> tensors = HeaderParser.parse(header(file, headerLength));
            int dataStart = Long.BYTES + headerLength;
            checkRanges(tensors, file.limit() - dataStart);
            Map<String, StoredTensor> byName = new LinkedHashMap<>();
            tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
            ByteBuffer numbers = file.position(dataStart).slice().order(ByteOrder.LITTLE_ENDIAN);
            return new Safetensors(Collections.unmodifiableMap(byName), numbers);
        } catch (MalformedHeader malformed) {
            throw new DataException(name, "not a well-formed safetensors file: " + malformed.getMessage(), malformed);
        }
    }

    /** The tensors by name, in the order of the header. */
    public Map<String, StoredTensor> tensors() {
        return tensors;
    }

    /** The numbers of one tensor, rounded to a precision. */
    public Storage read(StoredTensor tensor, Precision precision) {
        int width = StoredTensor.width(tensor.precision());
        int count = Math.toIntExact((tensor.end() - tensor.begin()) / width);
        int begin = Math.toIntExact(tensor.begin());
        ByteBuffer bytes = numbers.slice(begin, count * width).order(ByteOrder.LITTLE_ENDIAN);
        if (precision == Precision.FLOAT32 && width == Float.BYTES) {
            float[] floats = new float[count];
            bytes.asFloatBuffer().get(floats); // as a whole: models are read by JVMs that have just started
            return new Floats(floats);
        }
        Storage storage = Storage.allocate(precision, count);
        for (int i = 0; i < count; i++) {
            storage.set(i, width == Float.BYTES ? bytes.getFloat(i * width) : bytes.getDouble(i * width));
        }
        return storage;
    }

    private static int headerLength(ByteBuffer file) throws MalformedHeader {
        if (file.limit() < Long.BYTES) {
            throw new MalformedHeader("it has " + file.limit() + " bytes; a header's length alone takes 8");
        }
        long length = file.getLong(0);
        if (length < 2 || length > LONGEST_HEADER) {
            throw new MalformedHeader("its header would take " + Long.toUnsignedString(length) + " bytes; 2 to "
                    + LONGEST_HEADER + " are allowed");
        }
        if (length > file.limit() - Long.BYTES) {
            throw new MalformedHeader("its header would take " + length + " bytes, the file has " + file.limit());
        }
        return (int) length;
    }

    private static String header(ByteBuffer file, int length) throws MalformedHeader {
        if (file.get(Long.BYTES) != '{') {
            throw new MalformedHeader("its header does not start with '{'");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(file.slice(Long.BYTES, length))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw new MalformedHeader("its header is not UTF-8");
        }
    }

    private static void checkRanges(List<StoredTensor> tensors, long bytes) throws MalformedHeader {
        List<StoredTensor> inOrder = tensors.stream()
                .sorted(Comparator.comparingLong(StoredTensor::begin).thenComparingLong(StoredTensor::end))
                .toList();
        long covered = 0;
        for (StoredTensor tensor : inOrder) {
            if (tensor.begin() != covered) {
                throw new MalformedHeader(
                        "tensor '" + tensor.name() + "' starts at " + tensor.begin() + ", want " + covered);
            }
            covered = tensor.end();
        }
        if (covered != bytes) {
            throw new MalformedHeader("its tensors take " + covered + " bytes, the file holds " + bytes);
        }
    }
}
