package dev.tendril.layers.head;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.node.Affine;
import dev.tendril.layers.steps.RecurrentSteps;
import java.util.List;
import java.util.Optional;

/**
 * A decoder going token by token.
 *
 * @param embedding turns the last token into a vector
 * @param network turns this into what the readout reads
 * @param readout gives the scores of the next token
 * @param from where it starts
 * @param <E> what the embedding carries
 * @param <N> what the network carries
 */
record DecoderSteps<E extends CellState, N extends CellState>(
        Stepper<E> embedding, Stepper<N> network, Affine readout, Start from)
        implements StepModel<DecoderSteps.State<E, N>> {

    /**
     * Where a decoder starts.
     *
     * @param vocabulary of the tokens
     * @param given values at the decoder's ports
     * @param pass it computes in
     */
    record Start(Vocabulary vocabulary, Values given, Pass pass) {}

    /**
     * What is carried from token to token.
     *
     * @param embedding of the embedding
     * @param network of the network
     * @param <E> what the embedding carries
     * @param <N> what the network carries
     */
    public record State<E extends CellState, N extends CellState>(E embedding, N network) implements CellState {}

    @Override
    public Pass pass() {
        return from.pass();
    }

    /** As many as the values it is given have; one if it is given none. */
    @Override
    public int rows() {
        return from.given().values().values().stream()
                .flatMap(List::stream)
                .mapToInt(Value::rows)
                .findFirst()
                .orElse(1);
    }

    @Override
    public int vocabulary() {
        return from.vocabulary().size();
    }

    @Override
    public int begin() {
        return from.vocabulary().begin();
    }

    @Override
    public int end() {
        return from.vocabulary().end();
    }

    /** Those of the memory, if the decoder is given one with a time axis. */
    @Override
    public Optional<Lengths> sourceLengths() {
        return from.given()
                .find(RecurrentSteps.MEMORY)
                .filter(memory -> memory.levels() == 1)
                .map(memory -> memory.lengths().get(0));
    }

    @Override
    public State<E, N> start() {
        return new State<>(
                embedding.initialState(Values.none(), rows(), pass()),
                network.initialState(from.given(), rows(), pass()));
    }

    @Override
    public Scored<State<E, N>> step(Ids tokens, State<E, N> state) {
        Stepper.Stepped<E> embedded = embedding.step(new IdSequence(tokens, List.of()), state.embedding(), pass());
        Stepper.Stepped<N> stepped = network.step(embedded.output(), state.network(), pass());
        Tensor features = ((Sequence) stepped.output()).values();
        return new Scored<>(
                readout.of(features).logSoftmax(), new State<>(embedded.state(), stepped.state()), stepped.alignment());
    }
}
