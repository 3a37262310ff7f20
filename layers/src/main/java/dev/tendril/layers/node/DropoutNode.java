package dev.tendril.layers.node;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.layers.cell.Dropout;
import java.util.List;
import java.util.Optional;

/**
 * Dropout of features, drawn anew at every step (Srivastava et al. 2014); outside training it does nothing.
 */
public final class DropoutNode implements Node {
    private final Dropout dropout;

    DropoutNode(Dropout dropout) {
        this.dropout = dropout;
    }

    /**
     * Parameters of {@link DropoutNode}.
     *
     * @param rate probability of being dropped
     */
    public record Parameters(
            @Param("Probability that a feature is dropped.") @Range(min = 0, max = 1, maxExclusive = true)
            double rate) {}

    @Override
    public Values forward(Values inputs, Pass pass) {
        return Values.of(Port.OUTPUT, dropout.apply(inputs.sequence(Port.INPUT).in(pass), pass));
    }

    @Override
    public Optional<Stepper<?>> stepper() {
        return Optional.of(new Steps(dropout));
    }

    /**
     * Step by step.
     *
     * @param dropout that is applied
     */
    private record Steps(Dropout dropout) implements Stepper<Steps.State> {
        /**
         * What is carried from step to step.
         *
         * @param noise of the next step
         */
        record State(Noise noise) implements CellState {}

        @Override
        public State initialState(Values inputs, int rows, Pass pass) {
            return new State(dropout.start(rows, pass));
        }

        @Override
        public Stepped<State> step(Value input, State previous, Pass pass) {
            Sequence x = ((Sequence) input).in(pass);
            Sequence output = x.with(dropout.step(x.values(), previous.noise()));
            return new Stepped<>(output, new State(previous.noise().next()), Optional.empty());
        }
    }

    static final class Provider implements NodeProvider<Parameters> {
        @Override
        public String name() {
            return "dropout";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Drops features at random while training (Srivastava et al. 2014).";
        }

        @Override
        public List<Remark> remarks(Parameters parameters) {
            return parameters.rate() == 0
                    ? List.of(new Remark("rate", "nothing is dropped; remove the node, or raise it"))
                    : List.of();
        }

        @Override
        public List<Port> ports(Parameters parameters) {
            return List.of(Port.required(Port.INPUT, "The vectors, over any number of time axes."));
        }

        @Override
        public PortTypes infer(Parameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.output(Expect.vectors(inputs, Port.INPUT));
        }

        @Override
        public boolean stepwise(Parameters parameters) {
            return true;
        }

        @Override
        public Node create(Parameters parameters, NodeContext context) {
            return new DropoutNode(new Dropout(parameters.rate(), context.path()));
        }
    }
}
