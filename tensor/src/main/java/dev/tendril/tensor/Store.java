package dev.tendril.tensor;

import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parameters and the newest version of all their numbers. Versions are replaced together, never written: a pass that has pinned one
 * computes with it to its end.
 */
final class Store implements ParameterStore {
    private final TendrilEngine engine;
    private final @Nullable RandomKey key; // none: parameters without values
    private final Map<String, EngineParameter> byPath = new LinkedHashMap<>();
    private volatile List<ParameterValue> newest = List.of();

    Store(TendrilEngine engine, @Nullable RandomKey key) {
        this.engine = engine;
        this.key = key;
    }

    @Override
    public synchronized Parameter create(String path, Shape shape, Initializer initializer) {
        if (byPath.containsKey(path)) {
            throw new IllegalArgumentException("there is already a parameter " + path);
        }
        EngineParameter parameter = new EngineParameter(engine, this, byPath.size(), path, shape);
        if (key != null) {
            List<ParameterValue> values = new ArrayList<>(newest);
            values.add(ParameterValue.of(shape, initial(path, shape, initializer, key), 0));
            newest = List.copyOf(values);
        }
        byPath.put(path, parameter);
        return parameter;
    }

    private Storage initial(String path, Shape shape, Initializer initializer, RandomKey root) {
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
        replace(Map.of(parameter, engine.stored(values.toDoubles())));
    }

    /** Publishes new numbers for some parameters, all at once. */
    synchronized void replace(Map<EngineParameter, Storage> numbers) {
        List<ParameterValue> values = new ArrayList<>(pinned());
        numbers.forEach((parameter, storage) -> {
            long version = values.get(parameter.index()).version() + 1;
            values.set(parameter.index(), ParameterValue.of(parameter.shape(), storage, version));
        });
        newest = List.copyOf(values);
    }

    /**
     * The newest version of all parameters, by index.
     *
     * @throws IllegalStateException if this store counts parameters without values
     */
    List<ParameterValue> pinned() {
        if (key == null) {
            throw new IllegalStateException("these parameters have shapes and no values: the store is a dry one");
        }
        return newest;
    }
}
