package dev.tendril.layers.testing;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes components into a store, without sharing.
 *
 * @param store of the parameters
 * @param path of this place
 * @param first input, query or feature size
 * @param second memory size
 * @param inputs types at the ports
 */
public record TestContext(ParameterStore store, String path, int first, int second, PortTypes inputs)
        implements CellContext, AttentionContext, DistributionContext, FeatureContext, NodeContext {

    /** The root of a model. */
    public static TestContext of(ParameterStore store) {
        return new TestContext(store, "model", 0, 0, new PortTypes(Map.of()));
    }

    /** The root of a node whose inputs have these types. */
    public static TestContext of(ParameterStore store, PortTypes inputs) {
        return new TestContext(store, "model", 0, 0, inputs);
    }

    /** A vocabulary of so many tokens, the first three of them unknown, begin and end. */
    public static Vocabulary vocabulary(int size) {
        List<String> special = List.of("<unknown>", "<begin>", "<end>");
        List<String> tokens = Stream.concat(
                        special.stream(), IntStream.range(3, size).mapToObj(id -> "t" + id))
                .toList();
        return new Vocabulary(new Vocabulary.Table(tokens, Optional.of(0), Optional.of(1), Optional.of(2)));
    }

    private TestContext at(String slot, int one, int two) {
        return new TestContext(store, path + "." + slot, one, two, inputs);
    }

    @Override
    public int inputSize() {
        return first;
    }

    @Override
    public int querySize() {
        return first;
    }

    @Override
    public int memorySize() {
        return second;
    }

    @Override
    public int features() {
        return first;
    }

    @Override
    public Vocabulary vocabulary(String port) {
        return vocabulary(inputs.get(port).vocabulary().intValue());
    }

    @Override
    public Parameter parameter(String name, Shape shape, Initializer initializer) {
        return store.create(path + "." + name, shape, initializer);
    }

    @Override
    public ComponentContext scope(String name) {
        return at(name, first, second);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the kind that the reference is of
    public <T> T create(ComponentRef<T> reference, String slot) {
        return (T) new Components().simple(reference);
    }

    @Override
    public Cell<?> cell(ComponentRef<Cell<?>> reference, String slot, int inputSize) {
        return new Components().cell(reference).create(reference.parameters(), at(slot, inputSize, 0));
    }

    @Override
    public int cellOutputSize(ComponentRef<Cell<?>> reference, int inputSize) {
        return new TestSizes().cell(reference, inputSize);
    }

    @Override
    public Attention<?, ?> attention(
            ComponentRef<Attention<?, ?>> reference, String slot, int querySize, int memorySize) {
        return new Components().attention(reference).create(reference.parameters(), at(slot, querySize, memorySize));
    }

    @Override
    public int attentionOutputSize(ComponentRef<Attention<?, ?>> reference, int querySize, int memorySize) {
        return new TestSizes()
                .attention(reference, Size.of(querySize), Size.of(memorySize))
                .intValue();
    }

    @Override
    public Distribution<?> distribution(ComponentRef<Distribution<?>> reference, String slot, int querySize) {
        return new Components().distribution(reference).create(reference.parameters(), at(slot, querySize, 0));
    }

    @Override
    public Normalization normalization(ComponentRef<Normalization> reference, String slot, int features) {
        return new Components().normalization(reference).create(reference.parameters(), at(slot, features, 0));
    }

    @Override
    public Position position(ComponentRef<Position> reference, String slot, int features) {
        return new Components().position(reference).create(reference.parameters(), at(slot, features, 0));
    }

    @Override
    public Pooling pooling(ComponentRef<Pooling> reference, String slot, int features) {
        return new Components().pooling(reference).create(reference.parameters(), at(slot, features, 0));
    }

    @Override
    public int poolingOutputSize(ComponentRef<Pooling> reference, int features) {
        return new TestSizes().pooling(reference, Size.of(features)).intValue();
    }

    @Override
    public Node node(ComponentRef<Node> reference, String slot, PortTypes types) {
        TestContext place = new TestContext(store, path + "." + slot, 0, 0, types);
        return new Components().node(reference).create(reference.parameters(), place);
    }

    @Override
    public PortTypes nodeOutputs(ComponentRef<Node> reference, PortTypes types) {
        return new TestSizes().node(reference, types);
    }
}
