package dev.tendril.plugin.attention;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.plugin.CorePlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the components of this plugin and of the core into a store.
 *
 * @param store of the parameters
 * @param path of this place
 * @param first query or feature size
 * @param second memory size
 * @param inputs types at the ports
 */
record Place(ParameterStore store, String path, int first, int second, PortTypes inputs)
        implements AttentionContext, DistributionContext, FeatureContext, NodeContext {

    static Place sized(ParameterStore store, int first, int second) {
        return new Place(store, "made", first, second, new PortTypes(Map.of()));
    }

    static Place of(ParameterStore store, PortTypes inputs) {
        return new Place(store, "made", 0, 0, inputs);
    }

    /** A component without parameters. */
    static <T> ComponentRef<T> plain(String name) {
        return ComponentRef.of(name, new NoParameters());
    }

    private Place at(String slot, int one, int two) {
        return new Place(store, path + "." + slot, one, two, inputs);
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
        ComponentProvider<Record> found = find(
                Stream.of(new CorePlugin())
                        .<ComponentProvider<?>>flatMap(
                                core -> Stream.concat(core.activations().stream(), core.initializers().stream()))
                        .toList(),
                reference);
        return (T)
                (found instanceof ActivationProvider<Record> activation
                        ? activation.create(reference.parameters())
                        : ((InitializerProvider<Record>) found).create(reference.parameters()));
    }

    @Override
    public Attention<?, ?> attention(
            ComponentRef<Attention<?, ?>> reference, String slot, int querySize, int memorySize) {
        List<ComponentProvider<?>> all = plugins()
                .<ComponentProvider<?>>flatMap(plugin -> plugin.attentions().stream())
                .toList();
        return ((AttentionProvider<Record>) find(all, reference))
                .create(reference.parameters(), at(slot, querySize, memorySize));
    }

    @Override
    public int attentionOutputSize(ComponentRef<Attention<?, ?>> reference, int querySize, int memorySize) {
        return memorySize;
    }

    @Override
    public Distribution<?> distribution(ComponentRef<Distribution<?>> reference, String slot, int querySize) {
        List<ComponentProvider<?>> all = plugins()
                .<ComponentProvider<?>>flatMap(plugin -> plugin.distributions().stream())
                .toList();
        return ((DistributionProvider<Record>) find(all, reference))
                .create(reference.parameters(), at(slot, querySize, 0));
    }

    private static Stream<Plugin> plugins() {
        return Stream.of(new CorePlugin(), new AttentionZooPlugin());
    }

    /** The reference was made with the parameters of its own provider. */
    @SuppressWarnings("unchecked")
    private static ComponentProvider<Record> find(List<ComponentProvider<?>> providers, ComponentRef<?> reference) {
        return (ComponentProvider<Record>) providers.stream()
                .filter(provider -> reference.id().equals(provider.name()))
                .filter(provider -> provider.parameters().isInstance(reference.parameters()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no component " + reference.id()));
    }

    @Override
    public Vocabulary vocabulary(String port) {
        List<String> tokens = List.of("a", "b", "."); // the same at every port
        return new Vocabulary(new Vocabulary.Table(tokens, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public Cell<?> cell(ComponentRef<Cell<?>> reference, String slot, int inputSize) {
        throw unasked();
    }

    @Override
    public int cellOutputSize(ComponentRef<Cell<?>> reference, int inputSize) {
        throw unasked();
    }

    @Override
    public Normalization normalization(ComponentRef<Normalization> reference, String slot, int features) {
        throw unasked();
    }

    @Override
    public Position position(ComponentRef<Position> reference, String slot, int features) {
        throw unasked();
    }

    @Override
    public Pooling pooling(ComponentRef<Pooling> reference, String slot, int features) {
        throw unasked();
    }

    @Override
    public int poolingOutputSize(ComponentRef<Pooling> reference, int features) {
        throw unasked();
    }

    @Override
    public Node node(ComponentRef<Node> reference, String slot, PortTypes types) {
        throw unasked();
    }

    @Override
    public PortTypes nodeOutputs(ComponentRef<Node> reference, PortTypes types) {
        throw unasked();
    }

    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("no component of this plugin asks for that");
    }
}
