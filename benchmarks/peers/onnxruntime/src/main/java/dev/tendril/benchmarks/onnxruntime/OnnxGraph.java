package dev.tendril.benchmarks.onnxruntime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;

/** A graph in the format of ONNX, as far as the benchmarks need it; field numbers are those of {@code onnx.proto}. */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_OF_AN_INTEGER = 2;
    private static final int FORMAT = 8;
    private static final int OPERATORS = 14;
    private static final float BOUND = 0.05f;

    private final Message graph = new Message().text(2, "graph");
    private final SplittableRandom random = new SplittableRandom(1);

    /** An operation; an input without a name is left out. */
    void node(String operation, List<String> inputs, List<String> outputs, Message... attributes) {
        Message node = new Message();
        inputs.forEach(name -> node.text(1, name));
        outputs.forEach(name -> node.text(2, name));
        node.text(4, operation);
        for (Message attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
    }

    /** An attribute of an operation. */
    static Message attribute(String name, long value) {
        return new Message().text(1, name).number(3, value).number(20, ATTRIBUTE_OF_AN_INTEGER);
    }

    /** A weight of random numbers. */
    void weight(String name, int... shape) {
        int count = 1;
        Message tensor = new Message();
        for (int size : shape) {
            count *= size;
            tensor.number(1, size);
        }
        ByteBuffer values = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            values.putFloat((float) ((2 * random.nextDouble() - 1) * BOUND));
        }
        graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, values.array()));
    }

    /** A constant row of one integer. */
    void constant(String name, long value) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        graph.message(
                5, new Message().number(1, 1).number(2, INT64).text(8, name).bytes(9, bytes));
    }

    /** An input of ids; each size is a number or a name. */
    void idInput(String name, Object... shape) {
        graph.message(11, value(name, INT64, shape));
    }

    /** An input of numbers. */
    void input(String name, Object... shape) {
        graph.message(11, value(name, FLOAT, shape));
    }

    /** An output of numbers. */
    void output(String name, Object... shape) {
        graph.message(12, value(name, FLOAT, shape));
    }

    private static Message value(String name, int type, Object... shape) {
        Message sizes = new Message();
        for (Object size : shape) {
            sizes.message(
                    1,
                    size instanceof Integer number
                            ? new Message().number(1, number)
                            : new Message().text(2, size.toString()));
        }
        Message tensor = new Message().number(1, type).message(2, sizes);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** The model file. */
    byte[] toModel() {
        Message operators = new Message().text(1, "").number(2, OPERATORS);
        return new Message()
                .number(1, FORMAT)
                .message(7, graph)
                .message(8, operators)
                .toBytes();
    }
}
