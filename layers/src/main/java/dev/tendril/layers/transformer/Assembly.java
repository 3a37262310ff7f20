package dev.tendril.layers.transformer;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Position;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.layers.cell.Dropout;
import dev.tendril.layers.node.Affine;
import dev.tendril.layers.transformer.TransformerParameters.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Puts a {@link Network} together.
 *
 * <p>Parameters stand under {@code positions}; {@code layer0.self_attention}, {@code layer0.memory_attention} and
 * {@code layer0.feed_forward}, each with its {@code norm}; {@code layer1}, …; {@code norm}, behind the last layer.
 */
final class Assembly {
    private final TransformerParameters parameters;
    private final NodeContext context;
    private final Position position;
    private final Initializer initializer;

    Assembly(TransformerParameters parameters, NodeContext context) {
        this.parameters = parameters;
        this.context = context;
        this.position = context.position(parameters.positions(), "positions", parameters.units());
        this.initializer = context.create(parameters.initializer(), "initializer");
    }

    /** Every step sees every step. */
    Network encoder() {
        return network(layer -> List.of(selfAttention(layer, SelfAttention::new), feedForward(layer)));
    }

    /** Every step sees those before it, and the memory if there is one. */
    Network decoder() {
        Optional<Integer> memory = context.inputs()
                .find(MemoryAttention.PORT)
                .map(EdgeType::features)
                .map(size -> size.intValue());
        return network(layer -> {
            List<Sublayer<?>> sublayers = new ArrayList<>();
            sublayers.add(selfAttention(layer, CausalSelfAttention::new));
            memory.ifPresent(size -> sublayers.add(memoryAttention(layer, size)));
            sublayers.add(feedForward(layer));
            return sublayers;
        });
    }

    private Network network(Function<ComponentContext, List<Sublayer<?>>> layer) {
        List<Sublayer<?>> sublayers = new ArrayList<>();
        for (int number = 0; number < parameters.layers(); number++) {
            sublayers.addAll(layer.apply(context.scope("layer" + number)));
        }
        Optional<Normalization> last = parameters.norm() == Norm.PRE ? Optional.of(norm(context)) : Optional.empty();
        return new Network(position, dropout(context.scope("input")), sublayers, last);
    }

    private <S extends CellState> Sublayer<?> selfAttention(
            ComponentContext layer, BiFunction<MultiHeadAttention, Position, Sublayer<S>> kind) {
        ComponentContext place = layer.scope("self_attention");
        return residual(place, kind.apply(attention(place, parameters.units()), position));
    }

    private Sublayer<?> memoryAttention(ComponentContext layer, int memorySize) {
        ComponentContext place = layer.scope("memory_attention");
        return residual(place, new MemoryAttention(attention(place, memorySize)));
    }

    private Sublayer<?> feedForward(ComponentContext layer) {
        ComponentContext place = layer.scope("feed_forward");
        int units = parameters.units();
        return residual(
                place,
                new FeedForward(
                        Affine.biased(place.scope("inner"), units, parameters.hidden(), initializer),
                        place.create(parameters.activation(), "activation"),
                        Affine.biased(place.scope("outer"), parameters.hidden(), units, initializer)));
    }

    private MultiHeadAttention attention(ComponentContext place, int memorySize) {
        MultiHeadAttention.Size size = new MultiHeadAttention.Size(parameters.units(), memorySize, parameters.heads());
        return MultiHeadAttention.of(place, size, initializer);
    }

    private <S extends CellState> Sublayer<?> residual(ComponentContext place, Sublayer<S> inner) {
        return new Residual<>(inner, parameters.norm(), norm(place), dropout(place));
    }

    private Normalization norm(ComponentContext place) {
        return place.normalization(parameters.normalization(), "norm", parameters.units());
    }

    private Dropout dropout(ComponentContext place) {
        return new Dropout(parameters.dropout(), place.path());
    }
}
