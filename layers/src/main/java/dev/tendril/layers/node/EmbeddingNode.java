package dev.tendril.layers.node;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.initialization.Initializers;
import java.util.List;
import java.util.Optional;

/**
 * A learnt vector for every id: ids over any number of time axes [...] to vectors [..., D].
 *
 * <p>Parameters: {@code table [V, D]}.
 */
public final class EmbeddingNode implements Node {
    private final Parameter table;

    EmbeddingNode(Parameters parameters, NodeContext context) {
        int vocabulary = context.inputs().get(Port.INPUT).vocabulary().intValue();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.table = context.parameter("table", Shape.of(vocabulary, parameters.units()), initializer);
    }

    /**
     * Parameters of {@link EmbeddingNode}.
     *
     * @param units D
     * @param initializer first values of the table
     */
    public record Parameters(
            @Param("Features of each vector.") @Range(min = 1)
            int units,

            @Param("First values of the table.") @Default("{type: normal, deviation: 0.1}")
            ComponentRef<Initializer> initializer) {

        /** So many features, everything else by default. */
        public Parameters(int units) {
            this(units, Initializers.normal(0.1));
        }
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        IdSequence ids = inputs.ids(Port.INPUT);
        return Values.of(Port.OUTPUT, new Sequence(pass.attach(table).rows(ids.ids()), ids.lengths()));
    }

    @Override
    public Optional<Stepper<?>> stepper() {
        return Optional.of(Stepper.pointwise(this));
    }

    static final class Provider implements NodeProvider<Parameters> {
        @Override
        public String name() {
            return "embedding";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "A learnt vector for every id.";
        }

        @Override
        public List<Port> ports(Parameters parameters) {
            return List.of(Port.required(Port.INPUT, "The ids."));
        }

        @Override
        public PortTypes infer(Parameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.output(Expect.ids(inputs, Port.INPUT).withFeatures(Size.of(parameters.units())));
        }

        @Override
        public boolean stepwise(Parameters parameters) {
            return true;
        }

        @Override
        public boolean resumable(Parameters parameters) {
            return true;
        }

        @Override
        public Node create(Parameters parameters, NodeContext context) {
            return new EmbeddingNode(parameters, context);
        }
    }
}
