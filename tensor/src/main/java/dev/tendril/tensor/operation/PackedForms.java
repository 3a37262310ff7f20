package dev.tendril.tensor.operation;

import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Storage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Forms that matrices were packed into as right operands of products: made on first use and kept until the numbers they were made of
 * change. Thread-safe, but nobody may use a form that is being let go.
 */
public final class PackedForms {
    private final Map<Object, Panels> forms = new ConcurrentHashMap<>();

    /** One matrix as it is, or the other way round. */
    enum Orientation {
        PLAIN,
        TRANSPOSED
    }

    /**
     * A packed form.
     *
     * @param key tells it from the other forms; compared by {@code equals}
     * @param maker packs it into memory of its own, borrowed for good, if it is not there yet; must not ask for another form
     */
    public Panels of(Object key, Supplier<Panels> maker) {
        Panels kept = forms.get(key);
        return kept != null ? kept : forms.computeIfAbsent(key, absent -> maker.get());
    }

    /** Lets every form go: its numbers are those of the past. Their memory is given to the receiver. */
    public void clear(Consumer<Storage> receiver) {
        forms.values().forEach(panels -> receiver.accept(panels.span().storage()));
        forms.clear();
    }
}
