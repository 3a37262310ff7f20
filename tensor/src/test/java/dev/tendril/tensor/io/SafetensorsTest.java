package dev.tendril.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Doubles;
import dev.tendril.tensor.kernel.Floats;
import dev.tendril.tensor.kernel.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {
    private static final String ONE = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Map<String, SafetensorsWriter.Numbers> tensors = new LinkedHashMap<>();
        tensors.put(
                "encoder.\"U\"\n\\é",
                new SafetensorsWriter.Numbers(Shape.of(2, 3), new Floats(new float[] {9, 1, 2, 3, 4, 5, 6}), 1));
        tensors.put("scalar", new SafetensorsWriter.Numbers(Shape.scalar(), new Doubles(new double[] {1e-300}), 0));
        tensors.put("empty", new SafetensorsWriter.Numbers(Shape.of(0, 7), new Floats(new float[0]), 0));
        Safetensors file = Safetensors.open("t", ByteBuffer.wrap(written(tensors)));
        assertThat(file.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        StoredTensor matrix = file.tensors().values().iterator().next();
        assertThat(matrix.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(file.read(matrix, Precision.FLOAT32).toFloats(0, 6)).containsExactly(1, 2, 3, 4, 5, 6);
        StoredTensor scalar = Objects.requireNonNull(file.tensors().get("scalar"));
        Storage number = file.read(scalar, Precision.FLOAT64);
        assertThat(number.get(0)).isEqualTo(1e-300);
    }

    @Test
    void numbersStartAtAMultipleOfEight() throws IOException {
        byte[] bytes = written(Map.of("a", new SafetensorsWriter.Numbers(Shape.of(1), new Floats(new float[1]), 0)));
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
                .isZero();
    }

    @Test
    void metadataSpacesAndEscapesAreUnderstood() {
        String header = "{ \"__metadata__\" : {\"format\":\"pt\", \"b\":\"\"} ,\n \"\\u0061\":"
                + "{\"data_offsets\":[0,8],\"shape\":[ 2 ],\"dtype\":\"F32\"} }  ";
        assertThat(Safetensors.open("t", file(header, 8)).tensors()).containsOnlyKeys("a");
    }

    @Test
    void rangesMayStandInAnotherOrderThanNames() {
        String header = "{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}," + ONE + "}";
        assertThat(Safetensors.open("t", file(header, 12)).tensors()).containsOnlyKeys("b", "a");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{" + ONE + "}", 7, "take 8 bytes"),
                Arguments.of("{" + ONE + "}", 9, "take 8 bytes"),
                Arguments.of("{" + ONE + "," + ONE + "}", 8, "occurs twice"),
                Arguments.of(" {" + ONE + "}", 8, "does not start with"),
                Arguments.of("{" + ONE + "}x", 8, "nothing more"),
                Arguments.of("{" + ONE + ",}", 8, "malformed"),
                Arguments.of("{" + ONE, 8, "malformed"),
                Arguments.of("{}", 1, "take 0 bytes"),
                Arguments.of(tensor("F32", "[3]", "[0,8]"), 8, "by its shape"),
                Arguments.of(tensor("F32", "[2]", "[8,0]"), 8, "by its shape"),
                Arguments.of(tensor("F32", "[2]", "[4,12]"), 12, "starts at 4"),
                Arguments.of(tensor("BF16", "[4]", "[0,8]"), 8, "BF16"),
                Arguments.of(tensor("F32", "[-2]", "[0,8]"), 8, "whole number"),
                Arguments.of(tensor("F32", "[02]", "[0,8]"), 8, "whole number"),
                Arguments.of(tensor("F32", "[2.0]", "[0,8]"), 8, "want ']'"),
                Arguments.of(tensor("F32", "[1,1,1,1,1,1,1,1,2]", "[0,8]"), 8, "more than 8"),
                Arguments.of(tensor("F32", "[2147483647,2147483647,4]", "[0,8]"), 8, "larger than any file"),
                Arguments.of(tensor("F32", "[4294967296,4294967296]", "[0,0]"), 0, "axis of 4294967296"),
                Arguments.of(tensor("F32", "[99999999999999999999]", "[0,8]"), 8, "too large"),
                Arguments.of(tensor("F32", "[2]", "[0,8,8]"), 8, "more than 2"),
                Arguments.of("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8, "two data_offsets"),
                Arguments.of("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", 8, "repeated key"),
                Arguments.of("{\"a\":{\"dtype\":\"F32\",\"more\":1}}", 8, "unknown"),
                Arguments.of("{\"a\":{\"a\":{\"a\":{}}}}", 8, "unknown"),
                Arguments.of("{\"a\":null}", 8, "want '{'"),
                Arguments.of("{\"__metadata__\":{\"k\":1}," + ONE + "}", 8, "want '\"'"),
                Arguments.of("{\"__metadata__\":{\"k\":\"\",\"k\":\"\"}," + ONE + "}", 8, "occurs twice"),
                Arguments.of("{\"a\u0001\":{}}", 0, "control character"),
                Arguments.of("{\"\\q\":{}}", 0, "unknown escape"),
                Arguments.of("{\"\\u00g0\":{}}", 0, "hexadecimal"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedHeadersAreRefusedWithTheFilesName(String header, int bytes, String message) {
        assertThatThrownBy(() -> Safetensors.open("weights.safetensors", file(header, bytes)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("weights.safetensors: not a well-formed safetensors file")
                .hasMessageContaining(message);
    }

    @Test
    void aHeaderThatIsNotUtf8IsRefused() {
        ByteBuffer file = file("{\"x\":{}}", 0);
        file.put(10, (byte) 0xFF);
        assertThatThrownBy(() -> Safetensors.open("t", file)).hasMessageContaining("not UTF-8");
    }

    @Test
    void aDeclaredLengthAllocatesNothing() {
        for (long length : new long[] {-1, 0, 1, (16 << 20) + 1, Long.MAX_VALUE, 1 << 20}) {
            ByteBuffer file =
                    ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
            assertThatThrownBy(() -> Safetensors.open("t", file))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("header would take");
        }
        assertThatThrownBy(() -> Safetensors.open("t", ByteBuffer.allocate(7))).hasMessageContaining("7 bytes");
    }

    @Test
    void moreThan65536TensorsAreRefused() {
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; i <= 65_536; i++) {
            header.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(i)
                    .append("\":")
                    .append("{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        assertThatThrownBy(() -> Safetensors.open("t", file(header + "}", 0))).hasMessageContaining("65536");
    }

    @Test
    void aFlippedByteIsRefusedOrLeavesAWellFormedFile() throws IOException {
        byte[] whole = written(Map.of(
                "layer.U", new SafetensorsWriter.Numbers(Shape.of(2, 3), new Floats(new float[6]), 0),
                "layer.b", new SafetensorsWriter.Numbers(Shape.of(3), new Doubles(new double[3]), 0)));
        Random random = new Random(23);
        for (int trial = 0; trial < 3000; trial++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Safetensors file = Safetensors.open("t", ByteBuffer.wrap(bytes));
                file.tensors().values().forEach(tensor -> assertThat(
                                file.read(tensor, Precision.FLOAT32).length())
                        .isEqualTo((int) tensor.shape().elements()));
            } catch (DataException refused) {
                assertThat(refused).hasMessageStartingWith("t: ");
            }
        }
    }

    private static String tensor(String type, String shape, String offsets) {
        return "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    }

    private static ByteBuffer file(String header, int numbers) {
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + bytes.length + numbers).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(bytes.length).put(bytes).rewind();
        return file;
    }

    private static byte[] written(Map<String, SafetensorsWriter.Numbers> tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafetensorsWriter.write(tensors, out);
        return out.toByteArray();
    }
}
