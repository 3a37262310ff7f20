package dev.tendril.plugin.attention.multiplicity;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Several attentions side by side, each in a projection of its own (Vaswani et al. 2017).
 * <pre>
 *   c_h = attend_h(Q_h q, K_h m)        h = 1 … H
 *   c = O [c_1; …; c_H]
 *   weights: the mean over h
 * </pre>
 * Shapes: {@code q [B, Q]}, {@code m [B, S, D]}, {@code c [B, D]}. Parameters: {@code head1.Q [A, Q]}, {@code head1.K [A, D]} and what the
 * attention inside has, under {@code head1.attention}; {@code O [D, Σ C]}, C the contexts inside. A is {@code units}.
 */
public final class MultiHead implements Attention<MultiHead.Memory, MultiHead.State> {
    private final List<Head<?, ?>> heads;
    private final Parameter output;

    private MultiHead(Parameters parameters, AttentionContext context) {
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        int units = parameters.units();
        int seen = context.attentionOutputSize(parameters.attention(), units, units);
        List<Head<?, ?>> made = new ArrayList<>();
        for (int number = 1; number <= parameters.heads(); number++) {
            ComponentContext place = context.scope("head" + number);
            Parameter query = place.parameter("Q", Shape.of(units, context.querySize()), initializer);
            Parameter memory = place.parameter("K", Shape.of(units, context.memorySize()), initializer);
            made.add(new Head<>(place.attention(parameters.attention(), "attention", units, units), query, memory));
        }
        this.heads = List.copyOf(made);
        this.output = context.parameter("O", Shape.of(context.memorySize(), parameters.heads() * seen), initializer);
    }

    /**
     * One of the attentions.
     *
     * @param attention what it does
     * @param query Q_h
     * @param memory K_h
     * @param <M> its prepared memory
     * @param <S> what it carries
     */
    private record Head<M extends CellState, S extends CellState>(
            Attention<M, S> attention, Parameter query, Parameter memory) {
        M prepare(Sequence source, Pass pass) {
            return attention.prepare(source.with(source.values().linear(memory)), pass);
        }

        /** Every head meets only the memory and the states that it made itself. */
        @SuppressWarnings("unchecked")
        S initialState(CellState prepared, Pass pass) {
            return attention.initialState((M) prepared, pass);
        }

        @SuppressWarnings("unchecked")
        Attended<S> attend(Tensor asked, CellState prepared, CellState previous) {
            return attention.attend(asked.linear(query), (M) prepared, (S) previous);
        }
    }

    /**
     * Parameters of {@link MultiHead}.
     *
     * @param attention of each head
     * @param heads H
     * @param units A
     * @param initializer first values of all projections
     */
    public record Parameters(
            @Param("The attention of each head.") @Default("scaled_dot")
            ComponentRef<Attention<?, ?>> attention,

            @Param("Number of heads.") @Range(min = 1) int heads,

            @Param("Features of the query and the memory of one head.") @Range(min = 1)
            int units,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    /**
     * A prepared source.
     *
     * @param heads of every head
     */
    public record Memory(List<CellState> heads) implements CellState {
        public Memory {
            heads = List.copyOf(heads);
        }
    }

    /**
     * What is carried from look to look.
     *
     * @param heads of every head
     */
    public record State(List<CellState> heads) implements CellState {
        public State {
            heads = List.copyOf(heads);
        }
    }

    @Override
    public Memory prepare(Sequence source, Pass pass) {
        Sequence padded = source.zeroPadded(pass);
        List<CellState> prepared = new ArrayList<>();
        heads.forEach(head -> prepared.add(head.prepare(padded, pass)));
        return new Memory(prepared);
    }

    @Override
    public State initialState(Memory memory, Pass pass) {
        List<CellState> states = new ArrayList<>();
        for (int number = 0; number < heads.size(); number++) {
            states.add(heads.get(number).initialState(memory.heads().get(number), pass));
        }
        return new State(states);
    }

    @Override
    public Attended<State> attend(Tensor query, Memory memory, State previous) {
        List<CellState> states = new ArrayList<>();
        List<Tensor> contexts = new ArrayList<>();
        List<Tensor> weights = new ArrayList<>();
        for (int number = 0; number < heads.size(); number++) {
            Attended<?> seen = heads.get(number)
                    .attend(query, memory.heads().get(number), previous.heads().get(number));
            states.add(seen.state());
            contexts.add(seen.context());
            weights.add(seen.weights());
        }
        Tensor[] others = contexts.subList(1, contexts.size()).toArray(Tensor[]::new);
        Tensor context = contexts.get(0).concat(-1, others).linear(output); // [B, H C] → [B, D]
        Tensor mean = weights.stream().reduce(Tensor::plus).orElseThrow().times(1.0 / heads.size());
        return new Attended<>(context, mean, new State(states));
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements AttentionProvider<Parameters> {
        @Override
        public String name() {
            return "multi_head";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Several attentions side by side, each in projections of its own (Vaswani et al. 2017).";
        }

        @Override
        public Attention<?, ?> create(Parameters parameters, AttentionContext context) {
            return new MultiHead(parameters, context);
        }
    }
}
