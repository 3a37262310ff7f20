package dev.tendril.tensor;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Execution;

/** Computes for a pass in memory that is given back as soon as a gradient has been used, not when the pass closes. */
record GradientMemory(EagerPass pass) implements Execution {
    @Override
    public Kernels kernels() {
        return pass.kernels();
    }

    @Override
    public Array allocate(Shape shape) {
        return new Array(shape, borrow(Math.toIntExact(shape.elements())), 0);
    }

    @Override
    public Storage borrow(int length) {
        return pass.borrow(length);
    }

    @Override
    public void giveBack(Storage storage) {
        pass.giveBack(storage);
    }

    @Override
    public int threads() {
        return pass.threads();
    }

    @Override
    public void split(long work, int count, Range range) {
        pass.split(work, count, range);
    }
}
