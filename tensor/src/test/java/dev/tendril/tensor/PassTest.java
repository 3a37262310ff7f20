package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final TendrilEngine ENGINE =
            TendrilEngine.builder().threads(1).build();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void mixingTwoPassesIsAnErrorThatNamesBoth() {
        try (Pass first = ENGINE.open(PassOptions.inference());
                Pass second = ENGINE.open(PassOptions.diagnostics())) {
            Tensor a = first.ones(Shape.of(3));
            Tensor b = second.ones(Shape.of(3));
            assertThatIllegalStateException()
                    .isThrownBy(() -> a.plus(b))
                    .withMessage("Combine[function=PLUS] mixes tensors of " + first + " and " + second
                            + "; copy() takes a tensor out of its pass");
            assertThatIllegalStateException()
                    .isThrownBy(() -> ENGINE.gradients(b.sum(), List.of(a)))
                    .withMessage("gradient with respect to a tensor of " + first + ", but the loss is of " + second);
        }
    }

    @Test
    void aClosedPassCannotBeReadOrUsed() {
        for (PassOptions options : List.of(PassOptions.inference(), PassOptions.diagnostics())) {
            Pass pass = ENGINE.open(options);
            Tensor x = pass.ones(Shape.of(100));
            Ids largest = x.argmax(0);
            Tensor copy = x.times(3).copy();
            pass.close();
            pass.close();
            String closed =
                    " cannot be used any more: " + pass + " is closed; copy() takes a tensor out of its pass before";
            assertThatIllegalStateException().isThrownBy(x::toDoubles).withMessage("tensor[100] of " + pass + closed);
            assertThatIllegalStateException().isThrownBy(x::exp).withMessage("tensor[100] of " + pass + closed);
            assertThatIllegalStateException()
                    .isThrownBy(() -> x.plus(ENGINE.constant(Shape.scalar(), 1)))
                    .withMessage("tensor[100] of " + pass + closed);
            assertThatIllegalStateException().isThrownBy(largest::toArray).withMessage("ids[] of " + pass + closed);
            assertThatIllegalStateException()
                    .isThrownBy(() -> pass.zeros(Shape.of(2)))
                    .withMessage(pass + " is closed: no tensor can be made in it any more");
            assertThatIllegalStateException()
                    .isThrownBy(() -> pass.attach(copy))
                    .withMessage(pass + " is closed: no tensor can be made in it any more");
            assertThat(pass.toString()).matches("pass \\d+( \\(recording\\))?");
            assertThat(copy.toDoubles()).containsOnly(3.0);
            assertThat(copy.attached()).isFalse();
        }
    }

    @Test
    void recycledMemoryNeverShowsThroughACopyOrALaterPass() {
        Tensor kept;
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            kept = pass.full(Shape.of(1000), 7).plus(1).copy();
        }
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor other = pass.full(Shape.of(1000), -1);
            assertThat(pass.zeros(Shape.of(1000)).toDoubles()).containsOnly(0.0);
            assertThat(other.toDoubles()).containsOnly(-1.0);
            assertThat(kept.toDoubles()).containsOnly(8.0);
        }
    }

    @Test
    void parametersAndConstantsAdoptThePassOfTheOtherOperand() {
        Parameter weight =
                ENGINE.parameters(RandomKey.of(1)).create("w", Shape.of(2), (shape, draw) -> new double[] {2, 3});
        Tensor constant = ENGINE.constant(Shape.of(2), 10, 20);
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor x = pass.ones(Shape.of(2));
            assertThat(x.plus(weight).pass()).isSameAs(pass);
            assertThat(constant.times(x).toDoubles()).containsExactly(10, 20);
            assertThat(pass.attach(constant).plus(weight).toDoubles()).containsExactly(12, 23);
            Tensor loss = pass.attach(weight).times(constant).sum();
            assertThat(ENGINE.gradients(loss, List.of(weight)).of(weight).toDoubles())
                    .containsExactly(10, 20);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> constant.plus(weight))
                .withMessageContaining("Pass.attach");
        assertThatIllegalStateException().isThrownBy(constant::pass);
    }

    @Test
    void tensorsOfAnotherEngineAreRefused() {
        try (TendrilEngine other = TendrilEngine.builder().threads(1).build();
                Pass pass = ENGINE.open(PassOptions.inference())) {
            Tensor foreign = other.constant(Shape.of(1), 1);
            Tensor x = pass.ones(Shape.of(1));
            assertThatIllegalStateException().isThrownBy(() -> x.plus(foreign)).withMessageContaining("another engine");
        }
    }

    @Test
    void onlyARecordingPassGivesGradientsAndOnlyOfScalars() {
        try (Pass pass = ENGINE.open(PassOptions.inference())) {
            Tensor loss = pass.ones(Shape.of(3)).sum();
            assertThatIllegalStateException()
                    .isThrownBy(() -> ENGINE.gradients(loss, List.of()))
                    .withMessageContaining("does not record");
        }
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor x = pass.ones(Shape.of(3));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ENGINE.gradients(x, List.of(x)))
                    .withMessageContaining("[3]");
        }
    }

    @Test
    void operandsThatDoNotFitAreNamedByTheirShapes() {
        try (Pass pass = ENGINE.open(PassOptions.inference())) {
            Tensor x = pass.ones(Shape.of(2, 3));
            Tensor y = pass.ones(Shape.of(5, 7));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.plus(y))
                    .withMessageContaining("[2, 3]")
                    .withMessageContaining("[5, 7]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.matmul(y))
                    .withMessageContaining("[2, 3]")
                    .withMessageContaining("[5, 7]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.linear(y))
                    .withMessageContaining("[2, 3]")
                    .withMessageContaining("[5, 7]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.concat(0, y))
                    .withMessageContaining("[2, 3]")
                    .withMessageContaining("[5, 7]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.append(y))
                    .withMessageContaining("[2, 3]")
                    .withMessageContaining("[5, 7]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.reshape(Shape.of(7)))
                    .withMessageContaining("[2, 3]")
                    .withMessageContaining("[7]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.rows(Ids.row(0, 2)))
                    .withMessageContaining("id 2 is outside 0…1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.pick(Ids.row(0, 3)))
                    .withMessageContaining("id 3 is outside 0…2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.slice(0, 1, 3))
                    .withMessageContaining("[2, 3]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pass.zeros(Shape.of(2, 0)).max(1))
                    .withMessageContaining("empty axis");
        }
    }

    @Test
    void squaresAreSummedInDoublePrecision() {
        try (Pass pass = ENGINE.open(PassOptions.inference())) {
            assertThat(pass.full(Shape.of(3), 1e30f).sumOfSquares()).isEqualTo(3 * ((double) 1e30f * 1e30f));
            assertThat(pass.zeros(Shape.of(0)).sumOfSquares()).isZero();
            assertThat(pass.full(Shape.of(7), Double.POSITIVE_INFINITY).sumOfSquares())
                    .isInfinite();
            assertThat(pass.full(Shape.of(7), Double.NaN).sumOfSquares()).isNaN();
            Tensor many = Samples.normal(pass, 1, 3, 100_003);
            double[] numbers = many.toDoubles();
            double sum = Arrays.stream(numbers).map(x -> x * x).sum();
            assertThat(many.sumOfSquares()).isCloseTo(sum, within(1e-12 * sum));
        }
    }

    @Test
    void emptyTensorsPassThroughOperations() {
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor x = pass.zeros(Shape.of(0, 5));
            Tensor weight = pass.ones(Shape.of(3, 5));
            Tensor y = x.linear(weight).tanh().softmax().plus(pass.ones(Shape.of(3)));
            assertThat(y.shape()).isEqualTo(Shape.of(0, 3));
            assertThat(y.sum(0).toDoubles()).containsExactly(0, 0, 0);
            assertThat(y.sum().item()).isZero();
            assertThat(ENGINE.gradients(y.sum(), List.of(weight)).of(weight).toDoubles())
                    .containsOnly(0.0);
            assertThat(pass.zeros(Shape.of(2, 0)).sum(1).toDoubles()).containsExactly(0, 0);
        }
    }

    @Test
    void noiseBelongsToItsExampleAndIsItsMeanOutsideTraining() {
        RandomKey key = RandomKey.of(3);
        double[] together;
        try (Pass pass = ENGINE.open(PassOptions.training(key, 11, 12))) {
            together = pass.noise("drop", 2).next().uniform(3).toDoubles();
            assertThat(pass.noise("drop", 2).next().uniform(3).toDoubles()).isEqualTo(together);
            assertThat(pass.noise("other", 2).next().uniform(3).toDoubles()).isNotEqualTo(together);
            assertThat(pass.noise("drop", 2)
                            .next()
                            .gather(Ids.row(1, 0))
                            .uniform(3)
                            .toDoubles())
                    .containsExactly(together[3], together[4], together[5], together[0], together[1], together[2]);
        }
        try (Pass pass = ENGINE.open(PassOptions.training(key, 12))) {
            assertThat(pass.noise("drop", 1).next().uniform(3).toDoubles())
                    .containsExactly(together[3], together[4], together[5]);
        }
        try (Pass pass = ENGINE.open(PassOptions.inference())) {
            assertThat(pass.noise("drop", 2).bernoulli(0.25, 2).toDoubles()).containsOnly(0.25);
            assertThat(pass.noise("drop", 2).normal(2).toDoubles()).containsOnly(0.0);
            assertThat(pass.noise("drop", 2).uniform(2).toDoubles()).containsOnly(0.5);
        }
    }
}
