package dev.tendril.tensor;

import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.PackedForms;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The numbers of all parameters of a store, as passes that read them see them. While a pass has it pinned, nothing in it changes.
 * Guarded by its store.
 */
final class Version {
    private final List<ParameterValue> values;
    private final PackedForms forms = new PackedForms();
    private int pins;

    Version(List<ParameterValue> values) {
        this.values = List.copyOf(values);
        this.values.forEach(ParameterValue::hold);
    }

    /** By index of the parameter. */
    List<ParameterValue> values() {
        return values;
    }

    /**
     * The numbers of a parameter.
     *
     * @throws IllegalStateException if it was made after this version
     */
    ParameterValue of(EngineParameter parameter) {
        if (parameter.index() >= values.size()) {
            throw new IllegalStateException(parameter + " was made after this pass first read parameters of its store;"
                    + " make all parameters first, or open a new pass");
        }
        return values.get(parameter.index());
    }

    /**
     * A form that several parameters were packed into together; it lives as long as their numbers.
     *
     * @param key names the parameters and how they lie in it; compared by {@code equals}
     * @param maker packs it into memory borrowed for good, if it is not there yet
     */
    Panels form(Object key, Supplier<Panels> maker) {
        return forms.of(key, maker);
    }

    /** Whether an array shows numbers of this version. */
    boolean contains(Array array) {
        for (ParameterValue value : values) {
            if (value.array().storage() == array.storage()) {
                return true;
            }
        }
        return false;
    }

    boolean pinned() {
        return pins > 0;
    }

    void pin() {
        pins++;
    }

    void unpin() {
        pins--;
    }

    /** Some numbers have been written over: forms of several parameters are of the past. */
    void written(Consumer<Storage> receiver) {
        forms.clear(receiver);
    }

    /** Ends this version, which nobody reads any more. Memory that no other version holds is given to the receiver. */
    void letGo(Consumer<Storage> receiver) {
        values.forEach(value -> value.letGo(receiver));
        forms.clear(receiver);
    }
}
