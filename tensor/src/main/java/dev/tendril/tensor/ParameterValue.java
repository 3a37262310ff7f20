package dev.tendril.tensor;

import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.PackedForms;
import java.util.function.Consumer;

/** The numbers of one parameter, with the forms they are packed into. Held by one or more versions of its store, which guards it. */
final class ParameterValue {
    private final Array array;
    private long count;
    private int holders;

    /**
     * New numbers.
     *
     * @param count of the changes that led to them
     */
    ParameterValue(Array numbers, long count) {
        PackedForms forms = numbers.shape().rank() == 2 ? new PackedForms() : null;
        this.array = new Array(numbers.shape(), numbers.storage(), numbers.at(), forms);
        this.count = count;
    }

    Array array() {
        return array;
    }

    /** How often the parameter was changed. */
    long count() {
        return count;
    }

    /** One more version holds these numbers. */
    void hold() {
        holders++;
    }

    /** Whether no version but one holds these numbers. */
    boolean heldOnce() {
        return holders == 1;
    }

    /** One version less holds these numbers; after the last, their memory is given to the receiver. */
    void letGo(Consumer<Storage> receiver) {
        if (--holders == 0) {
            clearForms(receiver);
            receiver.accept(array.storage());
        }
    }

    /** The numbers have been written over: what was packed is of the past. */
    void written(Consumer<Storage> receiver) {
        count++;
        clearForms(receiver);
    }

    private void clearForms(Consumer<Storage> receiver) {
        PackedForms forms = array.packed();
        if (forms != null) {
            forms.clear(receiver);
        }
    }
}
