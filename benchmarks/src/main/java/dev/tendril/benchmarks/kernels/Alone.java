package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Execution;
import dev.tendril.tensor.plan.Knowns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What plans run with where there is one thread and no engine: memory that has been given back is used again. */
final class Alone implements Execution {
    /** For plans without any parameter. */
    static final Knowns NOTHING_KNOWN = new Knowns() {
        @Override
        public Array numbers(int index) {
            throw new IllegalArgumentException("nothing is known");
        }

        @Override
        public Panels packed(List<Part> parts, boolean beside, int length, Function<Storage, Panels> maker) {
            throw new IllegalArgumentException("nothing is known");
        }
    };

    private final Kernels kernels = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO);
    private final List<Storage> free = new ArrayList<>();

    @Override
    public Kernels kernels() {
        return kernels;
    }

    @Override
    public Array allocate(Shape shape) {
        return new Array(shape, borrow(Math.toIntExact(shape.elements())), 0);
    }

    @Override
    public void letGo(Storage storage) {
        giveBack(storage);
    }

    @Override
    public Storage borrow(int length) {
        for (int i = 0; i < free.size(); i++) {
            if (free.get(i).length() == length) {
                return free.remove(i);
            }
        }
        return Storage.allocate(Precision.FLOAT32, length);
    }

    @Override
    public void giveBack(Storage storage) {
        free.add(storage);
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public void ran(long rows) {
        // nobody asks
    }

    @Override
    public void split(long work, int count, Range range) {
        range.run(0, count);
    }
}
