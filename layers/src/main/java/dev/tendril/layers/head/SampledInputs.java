package dev.tendril.layers.head;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.node.Affine;
import java.util.List;

/**
 * Scheduled sampling (Bengio et al. 2015): a step now and then reads the token that the model holds likeliest instead of the right one.
 * <pre>
 *   k ~ Bernoulli(p)                                           anew each step and row; never at the first step
 *   e = k embedding(argmax(U d + b)) + (1 − k) x               x embeds the right token, d is the last output
 *   d′, s′ = network(e, s)
 * </pre>
 * No gradient passes through the choice of the token.
 *
 * @param embedding of tokens
 * @param network that steps
 * @param readout U and b
 * @param sampling how often
 * @param <E> what the embedding carries
 * @param <N> what the network carries
 */
record SampledInputs<E extends CellState, N extends CellState>(
        Stepper<E> embedding, Stepper<N> network, Affine readout, Sampling sampling)
        implements Cell<SampledInputs.State<E, N>> {

    /**
     * How often the model's own token is read.
     *
     * @param probability p
     * @param path names its noise, unique within the model
     */
    record Sampling(double probability, String path) {}

    /**
     * What is carried from step to step.
     *
     * @param features d, what the readout reads, [B, D]
     * @param started [B, 1], 1 once a step was taken
     * @param embedding of the embedding
     * @param network of the network
     * @param noise of the next step
     * @param <E> what the embedding carries
     * @param <N> what the network carries
     */
    public record State<E extends CellState, N extends CellState>(
            Tensor features, Tensor started, E embedding, N network, Noise noise) implements CellState {}

    /** The state before the first step, from the values at the decoder's ports. */
    State<E, N> start(Values given, int rows, Pass pass) {
        return new State<>(
                pass.zeros(Shape.of(rows, readout.weight().shape().size(1))),
                pass.zeros(Shape.of(rows, 1)),
                embedding.initialState(Values.none(), rows, pass),
                network.initialState(given, rows, pass),
                pass.noise(sampling.path(), rows));
    }

    @Override
    public State<E, N> initialState(int batch, Pass pass) {
        return start(Values.none(), batch, pass);
    }

    @Override
    public State<E, N> step(Tensor x, State<E, N> previous) {
        Tensor scores = readout.of(previous.features());
        IdSequence likeliest = new IdSequence(scores.argmax(-1), List.of());
        Stepper.Stepped<E> own = embedding.step(likeliest, previous.embedding(), x.pass());
        Tensor coin = previous.noise().bernoulli(sampling.probability(), 1).times(previous.started()); // [B, 1]
        Tensor chosen = coin.select(((Sequence) own.output()).values(), x);
        Stepper.Stepped<N> stepped = network.step(Sequence.vector(chosen), previous.network(), x.pass());
        return new State<>(
                ((Sequence) stepped.output()).values(),
                previous.started().affine(0, 1),
                own.state(),
                stepped.state(),
                previous.noise().next());
    }

    @Override
    public Tensor output(State<E, N> state) {
        return state.features();
    }
}
