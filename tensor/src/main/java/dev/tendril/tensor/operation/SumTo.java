package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Sums over the axes along which a tensor of this shape was broadcast: the gradient of every broadcast. */
public record SumTo(Shape shape) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        if (!Shape.broadcast(shape, operands[0]).equals(operands[0])) {
            throw Wrong.operands("sum to " + shape, "a shape it was broadcast to", operands[0]);
        }
        return shape;
    }

    @Override
    public Operand run(Execution on, Shape to, Operand... operands) {
        Array y = on.zeroed(to);
        addTo(on, y, operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        addTo(on, into, array(operands, 0));
    }

    /** Sums the outermost run of repeated axes away, then what is left. */
    private void addTo(Execution on, Array into, Array x) {
        int[] sizes = x.shape().toArray();
        int first = 0;
        while (first < sizes.length && (!repeated(x.shape(), first) || sizes[first] == 1)) {
            first++;
        }
        if (first == sizes.length) {
            on.kernels().elementwise().add(x.line(0), into.line(0), 1, into.elements());
            return;
        }
        int end = first;
        int middle = 1;
        while (end < sizes.length && repeated(x.shape(), end)) {
            middle *= sizes[end];
            sizes[end++] = 1;
        }
        int outer = Sizes.before(x.shape(), first);
        int inner = Sizes.product(x.shape(), end, sizes.length);
        Shape summed = Shape.of(sizes);
        if (outer * inner == into.elements()) {
            Reduction.add(on, x, outer, middle, inner, into);
            return;
        }
        Array partial = new Array(summed, on.borrow(outer * inner), 0);
        partial.storage().fill(0, outer * inner, 0);
        Reduction.add(on, x, outer, middle, inner, partial);
        addTo(on, into, partial);
        on.giveBack(partial.storage());
    }

    private boolean repeated(Shape x, int axis) {
        int back = x.rank() - axis;
        return back > shape.rank() || shape.size(-back) == 1;
    }
}
