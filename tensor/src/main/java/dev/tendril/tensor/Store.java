package dev.tendril.tensor;

import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parameters and the newest version of their numbers. A pass pins the version it reads first and computes with it to its end. Numbers
 * are written in place where nobody has them pinned; else new ones are made beside them, and the old ones' memory is used again when
 * the last pin is gone.
 */
final class Store implements ParameterStore {
    /** A model has hundreds; what asks for more would go on until memory ends. */
    private static final int MOST = 100_000;

    private final TendrilEngine engine;
    private final @Nullable RandomKey key; // none: parameters without values
    private final Map<String, EngineParameter> byPath = new LinkedHashMap<>();
    private Version newest = new Version(List.of());

    Store(TendrilEngine engine, @Nullable RandomKey key) {
        this.engine = engine;
        this.key = key;
    }

    /**
     * A parameter whose numbers are about to change.
     *
     * @param parameter whose
     * @param from its present numbers
     * @param to where the new ones go; the same place if nobody else reads them
     */
    record Change(EngineParameter parameter, Array from, Array to) {
        boolean inPlace() {
            return from.storage() == to.storage();
        }

        /** Starts from the present numbers. */
        void keep() {
            if (!inPlace()) {
                from.storage().copyTo(from.at(), to.storage(), to.at(), to.elements());
            }
        }

        /** Takes over numbers that were computed before. */
        void write(Storage numbers) {
            numbers.copyTo(0, to.storage(), to.at(), to.elements());
        }
    }

    @Override
    public Parameter create(String path, Shape shape, Initializer initializer) {
        return create(path, shape, root -> initial(path, shape, initializer, root));
    }

    @Override
    public Parameter create(String path, Tensor values) {
        return create(path, values.shape(), root -> numbers(values));
    }

    private synchronized Parameter create(String path, Shape shape, Function<RandomKey, Storage> first) {
        if (byPath.containsKey(path)) {
            throw new IllegalArgumentException("there is already a parameter " + path);
        }
        if (byPath.size() == MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "parameter %s is one more than the %,d that a model can have; take fewer layers or nodes",
                    path,
                    MOST));
        }
        EngineParameter parameter = new EngineParameter(engine, this, byPath.size(), path, shape);
        if (key != null) {
            List<ParameterValue> values = new ArrayList<>(newest.values());
            values.add(new ParameterValue(new Array(shape, first.apply(key), 0), 0));
            publish(values);
        }
        byPath.put(path, parameter);
        return parameter;
    }

    /** The numbers of a tensor in memory of their own, rounded to the engine's precision. */
    private Storage numbers(Tensor values) {
        return values instanceof EngineTensor ours && ours.precision() == engine.precision()
                ? ours.read(engine::copied).storage()
                : engine.stored(values.toDoubles());
    }

    private Storage initial(String path, Shape shape, Initializer initializer, RandomKey root) {
        if (shape.elements() > Shape.MOST_ELEMENTS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "parameter %s has shape %s, that is %,d numbers, and a tensor holds at most %,d; choose smaller sizes",
                    path,
                    shape,
                    shape.elements(),
                    Shape.MOST_ELEMENTS));
        }
        Initializer.Draw draw = new Initializer.Draw(engine.random(), root.with(path), engine.linearAlgebra());
        double[] values = initializer.values(shape, draw);
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException("the initializer of parameter " + path + " gave " + values.length
                    + " values for shape " + shape + ", which holds " + shape.elements());
        }
        return engine.stored(values);
    }

    @Override
    public synchronized Optional<Parameter> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    @Override
    public synchronized List<Parameter> parameters() {
        return Collections.unmodifiableList(new ArrayList<>(byPath.values()));
    }

    @Override
    public synchronized void assign(String path, Tensor values) {
        EngineParameter parameter = byPath.get(path);
        if (parameter == null) {
            throw new IllegalArgumentException("there is no parameter " + path);
        }
        if (!parameter.shape().equals(values.shape())) {
            throw new IllegalArgumentException("parameter " + path + " has shape " + parameter.shape()
                    + ", the values have shape " + values.shape());
        }
        Storage numbers = numbers(values);
        update(List.of(parameter), changes -> changes.forEach(change -> change.write(numbers)));
    }

    /**
     * Changes the numbers of some parameters, all at once: nobody can pin a version meanwhile.
     *
     * @param writer writes the new numbers of every change it is given; if it fails before it writes, nothing has changed
     */
    synchronized void update(List<EngineParameter> parameters, Consumer<List<Change>> writer) {
        requireValues();
        List<Change> changes = new ArrayList<>(parameters.size());
        parameters.forEach(parameter -> changes.add(change(parameter)));
        writer.accept(changes);
        boolean replaces = false;
        for (Change change : changes) {
            if (change.inPlace()) {
                value(change.parameter()).written(engine.pool()::give);
            }
            replaces |= !change.inPlace();
        }
        if (replaces) {
            publish(replaced(changes));
        } else {
            newest.written(engine.pool()::give);
        }
    }

    private Change change(EngineParameter parameter) {
        ParameterValue value = value(parameter);
        Array present = value.array();
        if (!newest.pinned() && value.heldOnce()) {
            return new Change(parameter, present, present);
        }
        Storage beside = engine.pool().take(present.elements());
        return new Change(parameter, present, new Array(parameter.shape(), beside, 0));
    }

    private List<ParameterValue> replaced(List<Change> changes) {
        List<ParameterValue> values = new ArrayList<>(newest.values());
        for (Change change : changes) {
            if (!change.inPlace()) {
                long count = value(change.parameter()).count() + 1;
                values.set(change.parameter().index(), new ParameterValue(change.to(), count));
            }
        }
        return values;
    }

    private void publish(List<ParameterValue> values) {
        Version before = newest;
        newest = new Version(values);
        if (!before.pinned()) {
            before.letGo(engine.pool()::give);
        }
    }

    /**
     * Pins the newest version.
     *
     * @throws IllegalStateException if this store counts parameters without values
     */
    synchronized Version pin() {
        requireValues();
        newest.pin();
        return newest;
    }

    /** Ends a pin. */
    synchronized void unpin(Version version) {
        version.unpin();
        if (version != newest && !version.pinned()) {
            version.letGo(engine.pool()::give);
        }
    }

    /** How often the numbers of a parameter have changed. */
    synchronized long changes(EngineParameter parameter) {
        requireValues();
        return value(parameter).count();
    }

    private ParameterValue value(EngineParameter parameter) {
        return newest.values().get(parameter.index());
    }

    private void requireValues() {
        if (key == null) {
            throw new IllegalStateException("these parameters have shapes and no values: the store is a dry one");
        }
    }
}
