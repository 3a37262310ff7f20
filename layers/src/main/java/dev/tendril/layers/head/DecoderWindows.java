package dev.tendril.layers.head;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.SequenceStepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.layer.Windowed;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.training.Loss;
import dev.tendril.layers.node.Affine;

/**
 * A decoder going window by window along its target, as the right tokens force it.
 *
 * @param embedding turns tokens into vectors
 * @param network turns these into what the readout reads
 * @param readout gives the scores of the next token
 * @param loss compares them with the right one
 * @param vocabulary of the tokens
 * @param <E> what the embedding carries
 * @param <N> what the network carries
 */
record DecoderWindows<E extends CellState, N extends CellState>(
        SequenceStepper<E> embedding, SequenceStepper<N> network, Affine readout, Loss loss, Vocabulary vocabulary)
        implements Windowed<DecoderSteps.State<E, N>> {

    @Override
    public int steps(Value target) {
        return TargetTokens.steps((IdSequence) target);
    }

    @Override
    public DecoderSteps.State<E, N> start(Values inputs, Pass pass) {
        int rows = inputs.get(Port.TARGET).rows();
        return new DecoderSteps.State<>(
                embedding.initialState(Values.none(), rows, pass),
                network.initialState(Decoder.given(inputs), rows, pass));
    }

    @Override
    public Part<DecoderSteps.State<E, N>> loss(
            Values inputs, Window window, DecoderSteps.State<E, N> before, Pass pass) {
        TargetTokens tokens = TargetTokens.of(inputs.ids(Port.TARGET), vocabulary.begin(), vocabulary.end(), window);
        SequenceStepper.Run<E> embedded = embedding.run(tokens.inputs(), before.embedding(), pass);
        SequenceStepper.Run<N> stepped = network.run(embedded.output(), before.network(), pass);
        Sequence features = (Sequence) stepped.output();
        Sequence scores = features.with(readout.of(features.values()));
        return new Part<>(
                loss.of(scores, tokens.targets(), pass),
                loss.weight(tokens.targets()),
                new DecoderSteps.State<>(embedded.after(), stepped.after()));
    }
}
