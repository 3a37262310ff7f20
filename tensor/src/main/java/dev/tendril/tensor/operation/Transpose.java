package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Two axes swapped. */
public record Transpose(int first, int second) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape x = operands[0];
        return x.with(first, x.size(second)).with(second, x.size(first));
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        int low = Math.min(x.shape().axis(first), x.shape().axis(second));
        int high = Math.max(x.shape().axis(first), x.shape().axis(second));
        int outer = Sizes.before(x.shape(), low); // [outer, P, middle, Q, inner] to [outer, Q, middle, P, inner]
        int p = x.shape().size(low);
        int middle = Sizes.product(x.shape(), low + 1, high);
        int q = x.shape().size(high);
        int inner = Sizes.behind(x.shape(), high);
        Array y = on.allocate(shape);
        int block = p * middle * q * inner;
        on.split(y.elements(), outer, (from, to) -> {
            for (int index = from; index < to; index++) {
                swap(x, x.at() + index * block, new int[] {p, middle, q, inner}, y, y.at() + index * block);
            }
        });
        return y;
    }

    private static void swap(Array x, int in, int[] sizes, Array y, int out) {
        int p = sizes[0];
        int middle = sizes[1];
        int q = sizes[2];
        int inner = sizes[3];
        if (middle == 1 && inner == 1) {
            x.storage().transposeTo(in, p, q, y.storage(), out);
            return;
        }
        for (int j = 0; j < q; j++) {
            for (int m = 0; m < middle; m++) {
                for (int i = 0; i < p; i++) {
                    int from = in + ((i * middle + m) * q + j) * inner;
                    x.storage().copyTo(from, y.storage(), out + ((j * middle + m) * p + i) * inner, inner);
                }
            }
        }
    }
}
