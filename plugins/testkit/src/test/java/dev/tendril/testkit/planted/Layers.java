package dev.tendril.testkit.planted;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NormalizationProvider;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** Parts of layers, right but for what their name says. */
final class Layers {
    private static final Kept<Optional<Tensor>> LAST = new Kept<>(Optional.empty());

    private Layers() {}

    private record OfAttention(String name, int more, Distribution<NoState> distribution)
            implements Defective, AttentionProvider<NoParameters> {
        @Override
        public int outputSize(NoParameters parameters, int querySize, int memorySize) {
            return memorySize + more;
        }

        @Override
        public Attention<?, ?> create(NoParameters parameters, AttentionContext context) {
            return new ScoredAttention<>(
                    (query, keys) -> keys.matmul(query.unsqueeze(-1)).squeeze(-1), distribution);
        }
    }

    private record OfDistribution(String name, Distribution<?> distribution)
            implements Defective, DistributionProvider<NoParameters> {
        @Override
        public Distribution<?> create(NoParameters parameters, DistributionContext context) {
            return distribution;
        }
    }

    private record OfActivation(String name, Activation activation)
            implements Defective, ActivationProvider<NoParameters> {
        @Override
        public Activation create(NoParameters parameters) {
            return activation;
        }
    }

    private record OfNormalization(String name, Normalization normalization)
            implements Defective, NormalizationProvider<NoParameters> {
        @Override
        public Normalization create(NoParameters parameters, FeatureContext context) {
            return normalization;
        }
    }

    private record OfPosition(String name, Position position) implements Defective, PositionProvider<NoParameters> {
        @Override
        public Position create(NoParameters parameters, FeatureContext context) {
            return position;
        }
    }

    private record OfPooling(String name, int more, Pooling pooling)
            implements Defective, PoolingProvider<NoParameters> {
        @Override
        public int outputSize(NoParameters parameters, int features) {
            return features + more;
        }

        @Override
        public Pooling create(NoParameters parameters, FeatureContext context) {
            return pooling;
        }
    }

    private static Distribution<NoState> softmax() {
        return Distribution.stateless((scores, mask) -> scores.maskedSoftmax(mask));
    }

    /** A little of every weight goes to the padding. */
    private static Distribution<NoState> leaking() {
        return Distribution.stateless(
                (scores, mask) -> scores.maskedSoftmax(mask).plus(0.01));
    }

    static List<AttentionProvider<?>> attentions() {
        return List.of(
                new OfAttention("right", 0, softmax()),
                new OfAttention("claims_another_size", 1, softmax()),
                new OfAttention("leaks", 0, leaking()));
    }

    static List<DistributionProvider<?>> distributions() {
        return List.of(new OfDistribution("right", softmax()), new OfDistribution("leaks", leaking()));
    }

    static List<ActivationProvider<?>> activations() {
        return List.of(
                new OfActivation("right", Tensor::tanh),
                new OfActivation(
                        "mixes_elements", x -> x.minus(x.mean(-1).unsqueeze(-1)).tanh()),
                new OfActivation("halves", x -> x.slice(-1, 0, 1)),
                new OfActivation("keeps_its_input", x -> last(x).tanh()));
    }

    /** The input that came last, somebody else's perhaps. */
    private static Tensor last(Tensor x) {
        return LAST.through(Optional.of(x)).orElse(x);
    }

    static List<NormalizationProvider<?>> normalizations() {
        return List.of(
                new OfNormalization(
                        "right", x -> x.minus(x.mean(-1).unsqueeze(-1)).times(0.7)),
                new OfNormalization("mixes_vectors", x -> x.minus(x.mean(0)).times(0.7)));
    }

    static List<PositionProvider<?>> positions() {
        return List.of(
                new OfPosition("right", Layers::counted),
                new OfPosition("always_begins_anew", (x, first) -> counted(x, 0)));
    }

    private static Tensor counted(Tensor x, int first) {
        int features = x.shape().size(2);
        return x.plus(x.pass().tensor(x.shape().without(0), (int at) -> 0.1 * (first + at / features)));
    }

    static List<PoolingProvider<?>> poolings() {
        return List.of(
                new OfPooling("right", 0, (source, pass) -> sum(source.zeroPadded(pass))),
                new OfPooling("claims_another_size", 1, (source, pass) -> sum(source.zeroPadded(pass))),
                new OfPooling("reads_padding", 0, (source, pass) -> sum(source.in(pass))),
                new OfPooling("divides_by_nothing", 0, (source, pass) -> {
                    Tensor steps = source.mask(pass).sum(-1).unsqueeze(-1);
                    return sum(source.zeroPadded(pass)).dividedBy(steps);
                }),
                new OfPooling("begins_with_one", 0, (source, pass) -> sum(source.zeroPadded(pass))
                        .plus(1)));
    }

    private static Tensor sum(Sequence source) {
        return source.values().sum(1);
    }

    /** Long enough for another thread to come between. */
    static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
