package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import org.junit.jupiter.api.Test;

final class CountingTest {
    @Test
    void theProductsOfMatricesAreCountedAndNothingElse() {
        try (TendrilEngine engine = counting();
                Pass pass = engine.open(PassOptions.inference())) {
            Tensor x = pass.zeros(Shape.of(2, 3, 5));
            x.times(x).sum();
            assertThat(engine.multiplyAdds()).isZero();
            x.linear(pass.zeros(Shape.of(7, 5)), pass.zeros(Shape.of(7)));
            assertThat(engine.multiplyAdds()).isEqualTo(2 * 3 * 5 * 7);
            x.matmul(pass.zeros(Shape.of(2, 5, 11)));
            assertThat(engine.multiplyAdds()).isEqualTo(2 * 3 * 5 * 7 + 2 * 3 * 5 * 11);
        }
    }

    @Test
    void attentionIsItsScoresAndItsSums() {
        try (TendrilEngine engine = counting();
                Pass pass = engine.open(PassOptions.inference())) {
            Tensor queries = pass.zeros(Shape.of(2, 3, 10));
            Tensor keys = pass.zeros(Shape.of(2, 7, 10));
            Tensor values = pass.zeros(Shape.of(2, 7, 22));
            queries.attend(keys, values, pass.full(Shape.of(2, 3, 7), 1), 2, false);
            assertThat(engine.multiplyAdds()).isEqualTo(2 * 3 * 7 * 10 + 2 * 3 * 7 * 22);
        }
    }

    @Test
    void anEngineThatDoesNotCountSaysSo() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(engine::multiplyAdds)
                    .withMessage("this engine does not count; build it with counting(true)");
        }
    }

    @Test
    void whatARecordingPassHoldsIsInUseUntilItCloses() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build()) {
            for (int round = 0; round < 3; round++) {
                try (Pass pass = engine.open(PassOptions.training(RandomKey.of(7), 0))) {
                    pass.zeros(Shape.of(1024)).plus(1).plus(1);
                }
            }
            assertThat(engine.mostBytesInUse()).isEqualTo(3 * 1024 * Float.BYTES);
        }
    }

    private static TendrilEngine counting() {
        return TendrilEngine.builder().threads(1).counting(true).build();
    }
}
