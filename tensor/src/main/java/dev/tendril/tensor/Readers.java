package dev.tendril.tensor;

import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Flatten;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Project;
import dev.tendril.tensor.operation.Reshape;
import dev.tendril.tensor.operation.Squeeze;
import dev.tendril.tensor.operation.Unsqueeze;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds out who reads an array of a tape. */
final class Readers {
    private static final Set<Class<? extends Operation>> VIEWS =
            Set.of(Flatten.class, Reshape.class, Squeeze.class, Unsqueeze.class);

    private Readers() {}

    /**
     * Whether nothing but one step needs the numbers of an array once the steps behind it have passed their gradients on. The array
     * must have been made by a linear map, whose own gradients do not need what it gave; views of it count as the array itself.
     *
     * @param reader the place of that step
     * @param asked tensors whose gradients are handed out
     */
    static boolean only(int reader, Array array, List<TapeEntry> tape, Collection<EngineTensor> asked) {
        Storage storage = array.storage();
        boolean made = false;
        for (int place = 0; place < tape.size(); place++) {
            TapeEntry entry = tape.get(place);
            boolean output = entry.output().array().storage() == storage;
            boolean linear = output && entry instanceof TapeStep step && step.operation() instanceof Project;
            boolean concerned = place != reader && (output || reads(entry, storage));
            if (concerned && !linear && !isView(entry)) {
                return false;
            }
            made |= linear;
        }
        return made
                && asked.stream()
                        .noneMatch(tensor ->
                                tensor instanceof PassTensor own && own.array().storage() == storage);
    }

    private static boolean isView(TapeEntry entry) {
        return entry instanceof TapeStep step && VIEWS.contains(step.operation().getClass());
    }

    private static boolean reads(TapeEntry entry, Storage storage) {
        for (EngineTensor tensor : entry.tensors()) {
            if (tensor instanceof PassTensor own && own.array().storage() == storage) {
                return true;
            }
        }
        return false;
    }
}
