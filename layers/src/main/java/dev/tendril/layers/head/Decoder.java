package dev.tendril.layers.head;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.SequenceStepper;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.layer.Windowed;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import dev.tendril.layers.node.Affine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Generates a sequence token by token (Sutskever et al. 2014).
 * <pre>
 *   e_t = embedding(y_{t−1})             y₀ is the begin token
 *   d_t = network(e_t, …)                recurrent, or any other node that goes step by step
 *   p(y_t | y_1 … y_{t−1}) = softmax(U d_t + b)
 * </pre>
 * The target at its port holds neither begin nor end; both are added here. While training, {@code y_{t−1}} is the right token (teacher
 * forcing), or, by scheduled sampling, now and then the token that the model holds likeliest itself.
 *
 * <p>{@link #forward} gives at port {@code output} the log-probabilities [B, T + 1, V] of every next token given the right ones before,
 * the end token included. Parameters: those of {@code embedding} and {@code network}; {@code readout.U [V, D]}, {@code readout.b [V]}.
 */
public final class Decoder implements Head.Generating {
    private final Node embedding;
    private final Node network;
    private final Affine readout;
    private final Loss loss;
    private final Vocabulary vocabulary;
    private final Optional<SampledInputs<?, ?>> sampled; // one, so that it is planned once

    Decoder(DecoderParameters parameters, NodeContext context) {
        PortTypes target = PortTypes.of(Port.INPUT, context.inputs().get(Port.TARGET));
        EdgeType embedded = context.nodeOutputs(parameters.embedding(), target).get(Port.OUTPUT);
        PortTypes inputs = DecoderProvider.networkInputs(context.inputs(), embedded);
        EdgeType features = context.nodeOutputs(parameters.network(), inputs).get(Port.OUTPUT);
        this.vocabulary = context.vocabulary(Port.TARGET);
        this.embedding = context.node(parameters.embedding(), "embedding", target);
        this.network = context.node(parameters.network(), "network", inputs);
        this.readout = Affine.biased(
                context.scope("readout"),
                features.features().intValue(),
                vocabulary.size(),
                context.create(parameters.initializer(), "initializer"));
        this.loss = context.create(parameters.loss(), "loss");
        SampledInputs.Sampling sampling =
                new SampledInputs.Sampling(parameters.scheduledSampling(), context.path() + ".scheduled_sampling");
        this.sampled = sampling.probability() > 0
                ? Optional.of(sampledInputs(stepper(embedding), stepper(network), readout, sampling))
                : Optional.empty();
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence scores = teacherForced(tokens(inputs.ids(Port.TARGET)).inputs(), given(inputs), pass);
        return Values.of(Port.OUTPUT, scores.with(scores.values().logSoftmax()));
    }

    @Override
    public Tensor loss(Values inputs, Pass pass) {
        TargetTokens tokens = tokens(inputs.ids(Port.TARGET));
        Sequence scores = pass.training() && sampled.isPresent()
                ? sampled(sampled.get(), embed(tokens.inputs(), pass), given(inputs), pass)
                : teacherForced(tokens.inputs(), given(inputs), pass);
        return loss.of(scores, tokens.targets(), pass);
    }

    @Override
    public double lossWeight(Value target) {
        return loss.weight(tokens((IdSequence) target).targets());
    }

    @Override
    public Optional<Windowed<?>> windowed() {
        return stepper(embedding) instanceof SequenceStepper<?> embedder
                        && stepper(network) instanceof SequenceStepper<?> steps
                        && sampled.isEmpty()
                ? Optional.of(windowed(embedder, steps))
                : Optional.empty();
    }

    private <E extends CellState, N extends CellState> Windowed<?> windowed(
            SequenceStepper<E> embedder, SequenceStepper<N> steps) {
        return new DecoderWindows<>(embedder, steps, readout, loss, vocabulary);
    }

    @Override
    public StepModel<?> stepModel(Values inputs, Pass pass) {
        return stepModel(stepper(embedding), stepper(network), new DecoderSteps.Start(vocabulary, given(inputs), pass));
    }

    private <E extends CellState, N extends CellState> StepModel<?> stepModel(
            Stepper<E> embedder, Stepper<N> steps, DecoderSteps.Start start) {
        return new DecoderSteps<>(embedder, steps, readout, start);
    }

    /** Scores of every next token, [B, T + 1, V], given the right ones before. */
    private Sequence teacherForced(IdSequence tokens, Values given, Pass pass) {
        Value embedded = embed(tokens, pass);
        Sequence features =
                network.forward(given.and(Port.INPUT, embedded), pass).sequence(Port.OUTPUT);
        return features.with(readout.of(features.values()));
    }

    private static <E extends CellState, N extends CellState> SampledInputs<E, N> sampledInputs(
            Stepper<E> embedder, Stepper<N> steps, Affine readout, SampledInputs.Sampling sampling) {
        return new SampledInputs<>(embedder, steps, readout, sampling);
    }

    /** Scores of every next token, where some of those before are the model's own. */
    private <E extends CellState, N extends CellState> Sequence sampled(
            SampledInputs<E, N> cell, Sequence embedded, Values given, Pass pass) {
        SampledInputs.State<E, N> start = cell.start(given, embedded.rows(), pass);
        Sequence features = pass.engine()
                .unroll(cell, embedded, start, UnrollOptions.forward())
                .outputs();
        return features.with(readout.of(features.values()));
    }

    private Sequence embed(IdSequence tokens, Pass pass) {
        return embedding.forward(Values.of(Port.INPUT, tokens), pass).sequence(Port.OUTPUT);
    }

    private TargetTokens tokens(IdSequence target) {
        return TargetTokens.of(target, vocabulary.begin(), vocabulary.end());
    }

    static Values given(Values inputs) {
        Map<String, List<Value>> given = new LinkedHashMap<>(inputs.values());
        given.remove(Port.TARGET);
        return new Values(given);
    }

    private static Stepper<?> stepper(Node node) {
        return node.stepper()
                .orElseThrow(() -> new IllegalStateException(
                        node.getClass().getName() + " stands in a decoder and offers no stepper"));
    }
}
