package dev.tendril.tensor;

import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Array;
import java.util.function.Function;

/** A parameter: a place in a store, whose numbers change from version to version. */
final class EngineParameter extends EngineTensor implements Parameter {
    private final Store store;
    private final int index;
    private final String path;

    EngineParameter(TendrilEngine engine, Store store, int index, String path, Shape shape) {
        super(engine, null, shape);
        this.store = store;
        this.index = index;
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public long version() {
        return store.changes(this);
    }

    Store store() {
        return store;
    }

    int index() {
        return index;
    }

    @Override
    Array numbers(EagerPass pass) {
        return pass.version(store).of(this).array();
    }

    @Override
    <R> R read(Function<Array, R> reader) {
        Version version = store.pin();
        try {
            return reader.apply(version.values().get(index).array());
        } finally {
            store.unpin(version);
        }
    }

    @Override
    public String toString() {
        return "parameter " + path + shape();
    }
}
