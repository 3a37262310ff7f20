package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.DifferentiableFunction;
import dev.tendril.api.tensor.Shape;

/** An array as a {@link DifferentiableFunction} sees it. */
record ArrayView(Array array, boolean writable) implements DifferentiableFunction.View {
    @Override
    public Shape shape() {
        return array.shape();
    }

    @Override
    public double get(int position) {
        return array.storage().get(array.at() + checked(position));
    }

    @Override
    public void set(int position, double value) {
        if (!writable) {
            throw new UnsupportedOperationException("this tensor of shape " + shape() + " can be read only");
        }
        array.storage().set(array.at() + checked(position), value);
    }

    private int checked(int position) {
        if (position < 0 || position >= array.elements()) {
            throw new IndexOutOfBoundsException("no position " + position + " in shape " + shape());
        }
        return position;
    }
}
