package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** In training, logits that only a cross-entropy reads become their own gradient; nobody reads wrong numbers because of that. */
class OverwrittenLogitsTest {
    private static final TendrilEngine ENGINE =
            TendrilEngine.builder().threads(1).build();
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(7), 0, 1, 2);
    private static final Ids TARGETS = Ids.row(4, 0, 2);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** x [3, 2] and a readout of five classes. */
    private record Inputs(Tensor x, Tensor weight, Tensor bias) {
        static Inputs of(Pass pass) {
            return new Inputs(
                    pass.tensor(Shape.of(3, 2), (int i) -> Math.sin(i + 1)),
                    pass.tensor(Shape.of(5, 2), (int i) -> Math.cos(i)),
                    pass.tensor(Shape.of(5), (int i) -> 0.1 * i));
        }

        Tensor logits() {
            return x.linear(weight, bias);
        }

        List<Tensor> all() {
            return List.of(x, weight, bias);
        }
    }

    private static Tensor loss(Tensor logits, Pass pass) {
        return logits.crossEntropy(TARGETS, pass.ones(Shape.of(3)), 0.1);
    }

    private static List<List<Double>> gradients(PassOptions options, Function<Tensor, Tensor> readers) {
        try (Pass pass = ENGINE.open(options)) {
            Inputs inputs = Inputs.of(pass);
            Tensor logits = inputs.logits();
            Tensor loss = loss(logits, pass).plus(readers.apply(logits));
            Gradients gradients = ENGINE.gradients(loss, inputs.all());
            return inputs.all().stream()
                    .map(tensor -> Arrays.stream(gradients.of(tensor).toDoubles())
                            .boxed()
                            .toList())
                    .toList();
        }
    }

    @Test
    void gradientsHaveTheBitsOfThoseComputedBesideTheLogits() {
        List<Function<Tensor, Tensor>> readers = List.of(
                logits -> logits.detach().sum().times(0),
                logits -> logits.tanh().sum(),
                logits -> logits.reshape(Shape.of(5, 3)).square().sum(),
                logits -> logits.reshape(Shape.of(1, 3, 5)).sum());
        assertThat(gradients(TRAINING, logits -> logits.pass().zeros(Shape.scalar())))
                .isEqualTo(gradients(
                        PassOptions.diagnostics(), logits -> logits.pass().zeros(Shape.scalar())));
        for (Function<Tensor, Tensor> reader : readers) {
            assertThat(gradients(TRAINING, reader)).isEqualTo(gradients(PassOptions.diagnostics(), reader));
        }
    }

    @Test
    void logitsAreReadBeforeTheirGradientIsTaken() {
        try (Pass pass = ENGINE.open(TRAINING)) {
            Inputs inputs = Inputs.of(pass);
            Tensor logits = inputs.logits();
            Tensor seen = logits.reshape(Shape.of(3, 1, 5)).squeeze(1);
            Tensor loss = loss(seen, pass);
            assertThat(logits.toDoubles()).isEqualTo(seen.toDoubles());
            assertThat(ENGINE.gradients(loss, inputs.all())).isNotNull();
            for (Tensor gone : List.of(logits, seen)) {
                assertThatIllegalStateException()
                        .isThrownBy(gone::toDoubles)
                        .withMessage("the logits of shape " + gone.shape() + " of " + pass
                                + " were turned into their gradient, since a cross-entropy was their only reader; read them,"
                                + " or all gradients at once, before that, or open the pass without training");
            }
            assertThatIllegalStateException().isThrownBy(() -> logits.plus(1)).withMessageContaining("their gradient");
            assertThatIllegalStateException()
                    .isThrownBy(() -> ENGINE.gradients(loss, inputs.all()))
                    .withMessageContaining("their gradient");
        }
    }

    @Test
    void logitsWhoseGradientIsAskedForStayAsTheyAre() {
        try (Pass pass = ENGINE.open(TRAINING)) {
            Inputs inputs = Inputs.of(pass);
            Tensor logits = inputs.logits();
            double[] before = logits.toDoubles();
            Tensor loss = loss(logits, pass);
            double[] first = ENGINE.gradients(loss, List.of(logits)).of(logits).toDoubles();
            assertThat(logits.toDoubles()).isEqualTo(before);
            assertThat(ENGINE.gradients(loss, List.of(logits)).of(logits).toDoubles())
                    .isEqualTo(first);
        }
    }

    @Test
    void withoutTrainingLogitsStayAsTheyAre() {
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Inputs inputs = Inputs.of(pass);
            Tensor logits = inputs.logits();
            double[] before = logits.toDoubles();
            assertThat(ENGINE.gradients(loss(logits, pass), inputs.all())).isNotNull();
            assertThat(logits.toDoubles()).isEqualTo(before);
        }
    }
}
