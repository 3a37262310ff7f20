package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Shape;
import java.util.Random;

/**
 * Where a cell is made whose only nested components are initializers. Every parameter gets random numbers, biases included: those that
 * start at 0 would hide what is missing.
 *
 * @param store of the parameters
 * @param path of this place
 * @param inputSize I
 */
record Place(ParameterStore store, String path, int inputSize) implements CellContext {

    @Override
    public Parameter parameter(String name, Shape shape, Initializer initializer) {
        String full = path + "." + name;
        int count = Math.toIntExact(shape.elements());
        Random random = new Random(full.hashCode());
        return store.create(
                full, shape, (ignored, draw) -> random.doubles(count, -1, 1).toArray());
    }

    @Override
    public ComponentContext scope(String name) {
        return new Place(store, path + "." + name, inputSize);
    }

    @Override
    @SuppressWarnings("unchecked") // initializers alone are asked for, and what they give is not used
    public <T> T create(ComponentRef<T> reference, String slot) {
        Initializer unused = (shape, draw) -> new double[0];
        return (T) unused;
    }

    @Override
    public Cell<?> cell(ComponentRef<Cell<?>> reference, String slot, int size) {
        throw notNested();
    }

    @Override
    public int cellOutputSize(ComponentRef<Cell<?>> reference, int size) {
        throw notNested();
    }

    @Override
    public Attention<?, ?> attention(
            ComponentRef<Attention<?, ?>> reference, String slot, int querySize, int memorySize) {
        throw notNested();
    }

    @Override
    public int attentionOutputSize(ComponentRef<Attention<?, ?>> reference, int querySize, int memorySize) {
        throw notNested();
    }

    @Override
    public Distribution<?> distribution(ComponentRef<Distribution<?>> reference, String slot, int querySize) {
        throw notNested();
    }

    @Override
    public Normalization normalization(ComponentRef<Normalization> reference, String slot, int features) {
        throw notNested();
    }

    @Override
    public Position position(ComponentRef<Position> reference, String slot, int features) {
        throw notNested();
    }

    @Override
    public Pooling pooling(ComponentRef<Pooling> reference, String slot, int features) {
        throw notNested();
    }

    @Override
    public int poolingOutputSize(ComponentRef<Pooling> reference, int features) {
        throw notNested();
    }

    @Override
    public Node node(ComponentRef<Node> reference, String slot, PortTypes inputs) {
        throw notNested();
    }

    @Override
    public PortTypes nodeOutputs(ComponentRef<Node> reference, PortTypes inputs) {
        throw notNested();
    }

    private UnsupportedOperationException notNested() {
        return new UnsupportedOperationException("a cell at " + path + " has nothing nested");
    }
}
