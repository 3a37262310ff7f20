package dev.tendril.tensor;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.IdArray;
import org.jspecify.annotations.Nullable;

/** Ids that an operation made. In a trace they have a slot and no numbers. */
record EngineIds(Scope scope, Shape shape, @Nullable IdArray array, int slot) implements Ids {
    static EngineIds of(EagerPass pass, IdArray array) {
        return new EngineIds(pass, array.shape(), array, -1);
    }

    static EngineIds traced(TracingPass pass, Shape shape, int slot) {
        return new EngineIds(pass, shape, null, slot);
    }

    @Override
    public int at(int position) {
        return readable().ids().at(position);
    }

    IdArray readable() {
        scope.requireOpen(this);
        if (array == null) {
            throw new IllegalStateException("ids of shape " + shape + " exist only inside a trace and cannot be read");
        }
        return array;
    }

    @Override
    public String toString() {
        return "ids" + shape + " of " + scope;
    }

    /** The numbers of any ids. */
    static IdArray arrayOf(Ids ids) {
        return ids instanceof EngineIds ours ? ours.readable() : new IdArray(ids);
    }
}
