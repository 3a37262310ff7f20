package dev.tendril.layers.position;

import dev.tendril.api.TendrilException;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A learnt vector for every position (Gehring et al. 2017).
 * <pre>
 *   y_t = x_t + table_t
 * </pre>
 * Shapes: {@code x [B, T, D]}. Parameters: {@code table [N, D]}.
 */
public final class Learned implements Position {
    private final Parameter table;
    private final String path;

    Learned(Parameters parameters, FeatureContext context) {
        this.path = context.path();
        this.table = context.parameter(
                "table",
                Shape.of(parameters.length(), context.features()),
                context.create(parameters.initializer(), "initializer"));
    }

    /**
     * Parameters of {@link Learned}.
     *
     * @param length N
     * @param initializer first values of the table
     */
    public record Parameters(
            @Param("Number of positions: steps of the longest sequence.") @Default("512") @Range(min = 1)
            int length,

            @Param("First values of the table.") @Default("{type: normal, deviation: 0.1}")
            ComponentRef<Initializer> initializer) {}

    /**
     * {@inheritDoc}
     *
     * @throws TendrilException if the sequence is longer than the table
     */
    @Override
    public Tensor encode(Tensor x, int first) {
        int end = first + x.shape().size(1);
        int length = table.shape().size(0);
        if (end > length) {
            throw new TendrilException(
                    "a sequence reaches " + end + " steps, and '" + path + "' has learnt " + length
                            + " positions; shorten it, or train with a larger 'length', or with other positions than 'learned'");
        }
        Ids positions = Ids.of(Shape.of(end - first), step -> first + step);
        return x.plus(x.pass().attach(table).rows(positions)); // [B, T, D] + [T, D]
    }

    static final class Provider implements PositionProvider<Parameters> {
        @Override
        public String name() {
            return "learned";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "A learnt vector for every position, added to the input (Gehring et al. 2017).";
        }

        @Override
        public Position create(Parameters parameters, FeatureContext context) {
            return new Learned(parameters, context);
        }
    }
}
