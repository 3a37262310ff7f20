package dev.tendril.layers.testing;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.NormalizationProvider;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.training.Loss;
import dev.tendril.layers.LayerComponents;
import java.util.List;
import java.util.stream.Stream;

/** Finds the providers of this module's components, of the test's cell and of the test's losses, by reference. */
public final class Components {
    private static final String CORE = "core/";
    private final LayerComponents layers = new LayerComponents();

    public static <T> ComponentRef<T> plain(String name) {
        return ComponentRef.of(CORE + name, new NoParameters());
    }

    public static ComponentRef<Cell<?>> cell(String name, Record parameters) {
        return ComponentRef.of(CORE + name, parameters);
    }

    public static ComponentRef<Attention<?, ?>> attention(String name, Record parameters) {
        return ComponentRef.of(CORE + name, parameters);
    }

    public static ComponentRef<Node> node(String name, Record parameters) {
        return ComponentRef.of(CORE + name, parameters);
    }

    public static ComponentRef<Loss> loss() {
        return plain(SummedCrossEntropy.NAME);
    }

    /** Σ (z − y)². */
    public static ComponentRef<Loss> squaredErrors() {
        return plain("squared_errors");
    }

    /** −Σ log p(y), of classes that hold independently with probabilities σ(z). */
    public static ComponentRef<Loss> independentClasses() {
        return plain("independent_classes");
    }

    CellProvider<Record> cell(ComponentRef<Cell<?>> reference) {
        Stream<CellProvider<?>> cells = Stream.concat(layers.cells().stream(), Stream.of(new DecayCell.Provider()));
        return unchecked(find(cells.toList(), reference));
    }

    AttentionProvider<Record> attention(ComponentRef<Attention<?, ?>> reference) {
        return unchecked(find(layers.attentions(), reference));
    }

    DistributionProvider<Record> distribution(ComponentRef<Distribution<?>> reference) {
        return unchecked(find(layers.distributions(), reference));
    }

    NodeProvider<Record> node(ComponentRef<Node> reference) {
        return unchecked(find(layers.nodes(), reference));
    }

    PoolingProvider<Record> pooling(ComponentRef<Pooling> reference) {
        return unchecked(find(layers.poolings(), reference));
    }

    PositionProvider<Record> position(ComponentRef<?> reference) {
        return unchecked(find(layers.positions(), reference));
    }

    NormalizationProvider<Record> normalization(ComponentRef<?> reference) {
        return unchecked(find(layers.normalizations(), reference));
    }

    /** A component that needs nothing but its parameters. */
    Object simple(ComponentRef<?> reference) {
        List<ComponentProvider<?>> all = Stream.<List<? extends ComponentProvider<?>>>of(
                        layers.activations(),
                        layers.initializers(),
                        List.of(new SummedCrossEntropy.Provider()),
                        SummedNumbers.providers())
                .<ComponentProvider<?>>flatMap(List::stream)
                .toList();
        ComponentProvider<Record> found = unchecked(find(all, reference));
        Record parameters = reference.parameters();
        if (found instanceof ActivationProvider<Record> activation) {
            return activation.create(parameters);
        }
        if (found instanceof InitializerProvider<Record> initializer) {
            return initializer.create(parameters);
        }
        return ((LossProvider<Record>) found).create(parameters);
    }

    private static ComponentProvider<?> find(
            List<? extends ComponentProvider<?>> providers, ComponentRef<?> reference) {
        return providers.stream()
                .filter(provider -> reference.id().equals(CORE + provider.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no component " + reference.id()));
    }

    /** The reference was made with the parameters of its own provider. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <P extends ComponentProvider<Record>> P unchecked(ComponentProvider<?> provider) {
        return (P) provider;
    }
}
