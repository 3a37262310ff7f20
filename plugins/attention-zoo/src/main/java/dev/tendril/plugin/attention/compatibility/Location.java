package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.TendrilException;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * Scores that depend on the query alone: where to look is learnt for each position (Luong et al. 2015, "location").
 * <pre>
 *   score_s = w_sᵀ q        row s of W
 * </pre>
 * Shapes: {@code q [B, Q]}. Parameters: {@code W [N, Q]}, N positions.
 */
public final class Location implements Compatibility {
    private final Parameter weight;
    private final String path;

    private Location(Parameters parameters, AttentionContext context) {
        this.path = context.path();
        this.weight = context.parameter(
                "W",
                Shape.of(parameters.length(), context.querySize()),
                context.create(parameters.initializer(), "initializer"));
    }

    /**
     * Parameters of {@link Location}.
     *
     * @param length N
     * @param distribution turns scores into weights
     * @param initializer first values of W
     */
    public record Parameters(
            @Param("Number of positions: steps of the longest source.") @Range(min = 1)
            int length,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    /**
     * {@inheritDoc}
     *
     * @throws TendrilException if the source has more steps than there are positions
     */
    @Override
    public Tensor keys(Tensor values) {
        int steps = values.shape().size(1);
        int length = weight.shape().size(0);
        if (steps > length) {
            throw new TendrilException(
                    "a source has " + steps + " steps, and '" + path + "' has learnt scores for " + length
                            + "; shorten it, or train with a larger 'length', or with another attention than 'location'");
        }
        return values;
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        return query.linear(weight).slice(1, 0, keys.shape().size(1));
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Scored<>(
                "location",
                "Scores by the query alone, one for each position (Luong et al. 2015).",
                Parameters.class,
                Parameters::distribution,
                Location::new);
    }
}
