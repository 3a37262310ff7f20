package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Execution;
import dev.tendril.tensor.operation.Multiplication;
import dev.tendril.tensor.operation.Operand;
import dev.tendril.tensor.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all rows share while a plan runs: numbers of parameters, what is computed from them alone, packed weights, biases. */
final class Operands {
    private final Knowns knowns;
    private final Execution on;
    private final Map<Value, Array> arrays = new HashMap<>();
    private final List<Storage> borrowed = new ArrayList<>();

    Operands(Knowns knowns, Execution on) {
        this.knowns = knowns;
        this.on = on;
    }

    /** Makes numbers known that were computed elsewhere. */
    void put(Value value, Array array) {
        arrays.put(value, array);
    }

    /** The numbers of a value that all rows share, or that was put. */
    Array array(Value value) {
        Array known = arrays.get(value);
        if (known == null) {
            known = compute(value);
            arrays.put(value, known);
        }
        return known;
    }

    private Array compute(Value value) {
        Origin origin = value.origin();
        if (origin instanceof Origin.Known leaf) {
            return knowns.numbers(leaf.index());
        }
        if (origin instanceof Origin.Constant number) {
            Array array = on.allocate(Shape.scalar());
            array.storage().set(array.at(), number.value());
            return array;
        }
        Operation operation = value.operation();
        Operand[] operands = value.operands().stream().map(this::array).toArray(Operand[]::new);
        Shape[] shapes = new Shape[operands.length];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = operands[i].shape();
        }
        return (Array) operation.run(on, operation.infer(shapes), operands);
    }

    // ---- products ----

    /** Weights, packed. */
    Panels panels(Panel panel) {
        Products products = on.kernels().products();
        int length = products.packedLength(panel.inner(), panel.columns());
        List<Knowns.Part> parts = new ArrayList<>();
        for (Weight weight : panel.parts()) {
            if (weight.matrix().origin() instanceof Origin.Known leaf) {
                parts.add(new Knowns.Part(
                        leaf.index(),
                        weight.rowFrom(),
                        weight.rowTo(),
                        weight.columnFrom(),
                        weight.columnTo(),
                        weight.transposed()));
            }
        }
        if (parts.size() == panel.parts().size()) {
            return knowns.packed(parts, panel.beside(), length, target -> packed(panel, target));
        }
        return packed(panel, borrow(length));
    }

    private Panels packed(Panel panel, Storage target) {
        Products products = on.kernels().products();
        Panels panels = products.panels(new Span(target, 0), panel.inner(), panel.columns());
        int done = 0;
        for (Weight weight : panel.parts()) {
            Multiplication.pack(on, right(weight), panels, panel.beside() ? 0 : done, panel.beside() ? done : 0);
            done += panel.beside() ? weight.columnCount() : weight.innerSize();
        }
        return panels;
    }

    private Right right(Weight weight) {
        Array matrix = array(weight.matrix());
        int columns = matrix.shape().size(1);
        Span span = matrix.span().plus(weight.rowFrom() * columns + weight.columnFrom());
        int innerStep = weight.transposed() ? 1 : columns;
        int columnStep = weight.transposed() ? columns : 1;
        return new Right(span, weight.innerSize(), weight.columnCount(), innerStep, columnStep);
    }

    /** Vectors side by side; none if there are none. */
    List<Span> bias(List<Value> vectors) {
        if (vectors.isEmpty()) {
            return List.of();
        }
        if (vectors.size() == 1) {
            return List.of(array(vectors.get(0)).span());
        }
        int length = 0;
        for (Value vector : vectors) {
            length += vector.width();
        }
        Storage together = borrow(length);
        int at = 0;
        for (Value vector : vectors) {
            Array numbers = array(vector);
            numbers.storage().copyTo(numbers.at(), together, at, numbers.elements());
            at += numbers.elements();
        }
        return List.of(new Span(together, 0));
    }

    /** Memory until {@link #giveBack}. */
    Storage borrow(int length) {
        Storage storage = on.borrow(length);
        borrowed.add(storage);
        return storage;
    }

    /** Gives back what was borrowed. */
    void giveBack() {
        borrowed.forEach(on::giveBack);
        borrowed.clear();
    }
}
