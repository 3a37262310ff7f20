package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the engine overrides with the composition that specifies it, gradients included, in float64. */
class WideOperationsTest {
    private static final Ids TARGETS = Ids.of(Shape.of(2, 3), 4, 0, 2, 1, 1, 3);

    /** A wide operation on inputs of given shapes. */
    private record Case(Function<List<Tensor>, Tensor> operation, Shape... shapes) {}

    static Stream<Named<Case>> cases() {
        Shape cube = Shape.of(2, 3, 5);
        return Stream.of(
                Named.of("linear", new Case(x -> x.get(0).linear(x.get(1)), cube, Shape.of(7, 5))),
                Named.of("linear of a vector", new Case(x -> x.get(0).linear(x.get(1)), Shape.of(5), Shape.of(7, 5))),
                Named.of(
                        "linear, bias",
                        new Case(x -> x.get(0).linear(x.get(1), x.get(2)), cube, Shape.of(7, 5), Shape.of(7))),
                Named.of("softmax", new Case(x -> x.get(0).softmax(), cube)),
                Named.of("logSoftmax", new Case(x -> x.get(0).logSoftmax(), cube)),
                Named.of(
                        "maskedSoftmax",
                        new Case(x -> x.get(0).maskedSoftmax(x.get(1).greaterThan(0)), cube, Shape.of(2, 1, 5))),
                Named.of(
                        "layerNorm",
                        new Case(x -> x.get(0).layerNorm(x.get(1), x.get(2), 1e-3), cube, Shape.of(5), Shape.of(5))),
                Named.of(
                        "addNorm",
                        new Case(
                                x -> x.get(0).addNorm(x.get(1), x.get(2), x.get(3), 1e-3),
                                cube,
                                cube,
                                Shape.of(5),
                                Shape.of(5))),
                Named.of(
                        "attend",
                        new Case(
                                x -> x.get(0)
                                        .attend(x.get(1), x.get(2), x.get(3).greaterThan(-0.5), 2, false),
                                Shape.of(3, 5, 14),
                                Shape.of(3, 4, 14),
                                Shape.of(3, 4, 22),
                                Shape.of(3, 1, 4))),
                Named.of(
                        "attend, causal, one head, without leading axes",
                        new Case(
                                x -> x.get(0)
                                        .attend(x.get(1), x.get(2), x.get(3).greaterThan(-9), 1, true),
                                Shape.of(5, 7),
                                Shape.of(5, 7),
                                Shape.of(5, 11),
                                Shape.scalar())),
                Named.of(
                        "attend, causal, some keys hidden, memory shared by all rows",
                        new Case(
                                x -> x.get(0)
                                        .attend(x.get(1), x.get(2), x.get(3).greaterThan(-0.5), 3, true),
                                Shape.of(2, 4, 15),
                                Shape.of(7, 15),
                                Shape.of(7, 6),
                                Shape.of(2, 4, 7))),
                Named.of(
                        "crossEntropy",
                        new Case(x -> x.get(0).crossEntropy(TARGETS, x.get(1), 0), cube, Shape.of(2, 3))),
                Named.of(
                        "crossEntropy, smoothed",
                        new Case(x -> x.get(0).crossEntropy(TARGETS, x.get(1).relu(), 0.2), cube, Shape.of(2, 3))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theEngineComputesWhatTheCompositionSays(Case wide) {
        try (TendrilEngine engine =
                TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build()) {
            List<double[]> fused = run(engine, wide, Function.identity());
            List<double[]> composed = run(engine, wide, Composed::of);
            for (int i = 0; i < fused.size(); i++) {
                assertThat(fused.get(i)).containsExactly(composed.get(i), Offset.offset(1e-12));
            }
        }
    }

    private static List<double[]> run(TendrilEngine engine, Case wide, Function<Tensor, Tensor> view) {
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            List<Tensor> inputs = new ArrayList<>();
            for (Shape shape : wide.shapes) {
                inputs.add(Samples.normal(pass, inputs.size(), shape.toArray()));
            }
            Tensor y = Composed.plain(
                    wide.operation.apply(inputs.stream().map(view).toList()));
            Tensor loss = y.times(Samples.normal(pass, 50, y.shape().toArray())).sum();
            Gradients gradients = engine.gradients(loss, inputs);
            List<double[]> numbers = new ArrayList<>(List.of(y.toDoubles()));
            inputs.forEach(input -> numbers.add(gradients.of(input).toDoubles()));
            return numbers;
        }
    }

    @Test
    void crossEntropyNeverReadsRowsOfWeightZero() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build();
                Pass pass = engine.open(PassOptions.diagnostics())) {
            Tensor logits = pass.tensor(Shape.of(2, 2), 1, 2, Double.NaN, Double.NaN);
            Tensor loss = logits.crossEntropy(Ids.row(0, -7), pass.tensor(Shape.of(2), 1.0, 0.0), 0.1);
            assertThat(loss.item()).isFinite();
            double[] gradient =
                    engine.gradients(loss, List.of(logits)).of(logits).toDoubles();
            assertThat(gradient[2]).isZero();
            assertThat(gradient[3]).isZero();
            assertThat(gradient[0]).isEqualTo(-gradient[1]).isNegative();
        }
    }

    /** A tensor whose default methods are the API's, and whose other methods are the engine's. */
    private record Composed(Tensor tensor) implements InvocationHandler {
        static Tensor of(Tensor tensor) {
            return (Tensor) Proxy.newProxyInstance(
                    Tensor.class.getClassLoader(), new Class<?>[] {Tensor.class}, new Composed(tensor));
        }

        static Tensor plain(Tensor tensor) {
            return Proxy.isProxyClass(tensor.getClass())
                    ? ((Composed) Proxy.getInvocationHandler(tensor)).tensor
                    : tensor;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            try {
                Object result = method.invoke(tensor, unwrapped(arguments));
                return result instanceof Tensor made ? of(made) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() == null ? thrown : thrown.getCause();
            }
        }

        private static Object @Nullable [] unwrapped(Object @Nullable [] arguments) {
            return arguments == null
                    ? null
                    : Arrays.stream(arguments).map(Composed::unwrapped).toArray();
        }

        private static Object unwrapped(Object argument) {
            if (argument instanceof Tensor[] tensors) {
                return Arrays.stream(tensors).map(Composed::plain).toArray(Tensor[]::new);
            }
            return argument instanceof Tensor tensor ? plain(tensor) : argument;
        }
    }
}
