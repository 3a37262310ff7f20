package dev.tendril.tensor;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.DifferentiableFunction;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Unary;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Append;
import dev.tendril.tensor.operation.Argmax;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.Concat;
import dev.tendril.tensor.operation.Contract;
import dev.tendril.tensor.operation.CrossEntropy;
import dev.tendril.tensor.operation.Custom;
import dev.tendril.tensor.operation.Detach;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.operation.Flatten;
import dev.tendril.tensor.operation.GreaterThanNumber;
import dev.tendril.tensor.operation.HeadScores;
import dev.tendril.tensor.operation.HeadSums;
import dev.tendril.tensor.operation.LayerNorm;
import dev.tendril.tensor.operation.LogSoftmax;
import dev.tendril.tensor.operation.LookUp;
import dev.tendril.tensor.operation.MapEach;
import dev.tendril.tensor.operation.MaskedSoftmax;
import dev.tendril.tensor.operation.MatMul;
import dev.tendril.tensor.operation.Max;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.PadSlice;
import dev.tendril.tensor.operation.Pick;
import dev.tendril.tensor.operation.Project;
import dev.tendril.tensor.operation.Reshape;
import dev.tendril.tensor.operation.Select;
import dev.tendril.tensor.operation.SelectElse;
import dev.tendril.tensor.operation.Slice;
import dev.tendril.tensor.operation.Softmax;
import dev.tendril.tensor.operation.Squeeze;
import dev.tendril.tensor.operation.Steps;
import dev.tendril.tensor.operation.Sum;
import dev.tendril.tensor.operation.SumAll;
import dev.tendril.tensor.operation.SumTo;
import dev.tendril.tensor.operation.Transpose;
import dev.tendril.tensor.operation.Unsqueeze;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {
    private static final double TOLERANCE = 1e-7; // central differences in float64 with a step of 1e-5
    private static final TendrilEngine ENGINE =
            TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build();

    /** Operations that occur only in rules: every check of the operation they serve runs them. */
    private static final Set<Class<?>> ONLY_IN_RULES = Set.of(Contract.class, PadSlice.class, SumTo.class);

    private static final Set<Class<?>> WITHOUT_GRADIENT = Set.of(Argmax.class, GreaterThanNumber.class, Detach.class);

    private static final Shape MATRIX = Shape.of(3, 5);

    private static final Map<Class<?>, List<GradientCheck>> CHECKS = Map.ofEntries(
            entry(Affine.class, List.of(GradientCheck.of(x -> x.get(0).affine(-1.7, 0.4), MATRIX))),
            entry(
                    Append.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).append(x.get(1)), Shape.of(2, 3, 5), Shape.of(2, 5)),
                            GradientCheck.of(x -> x.get(0).append(x.get(1)), Shape.of(1, 3, 5), Shape.of(1, 5)),
                            GradientCheck.of( // one row, whose parts are views, and large enough for the pool
                                    x -> x.get(0).append(x.get(1)).times(2), Shape.of(1, 31, 5), Shape.of(1, 5)))),
            entry(Combine.class, combinations()),
            entry(
                    Concat.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).concat(0, x.get(1)), Shape.of(2, 5), MATRIX),
                            GradientCheck.of(x -> x.get(0).concat(-1, x.get(1), x.get(0)), Shape.of(3, 2), MATRIX))),
            entry(
                    CrossEntropy.class,
                    List.of(
                            GradientCheck.of(
                                    x -> x.get(0).crossEntropy(Ids.row(4, 0, 2), x.get(1), 0), MATRIX, Shape.of(3)),
                            GradientCheck.of(
                                    x -> x.get(0).crossEntropy(Ids.row(4, 0, 2), x.get(1), 0.1), MATRIX, Shape.of(3)))),
            entry(Custom.class, List.of(GradientCheck.of(x -> ENGINE.apply(new Scaled(3), x.get(0)), MATRIX))),
            entry(
                    Expand.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).expand(Shape.of(2, 3, 5)), Shape.of(3, 1)),
                            GradientCheck.of(x -> x.get(0).expand(Shape.of(2, 3, 5)), Shape.of(2, 1, 5)),
                            GradientCheck.of(x -> x.get(0).expand(Shape.of(2, 3, 5, 7)), Shape.of(3, 1, 7)),
                            GradientCheck.of(x -> x.get(0).expand(MATRIX), Shape.scalar()))),
            entry(Flatten.class, List.of(GradientCheck.of(x -> x.get(0).flatten(0, 1), Shape.of(2, 3, 5)))),
            entry(
                    LayerNorm.class,
                    List.of(GradientCheck.of(
                            x -> x.get(0).layerNorm(x.get(1), x.get(2), 1e-3),
                            Shape.of(2, 3, 5),
                            Shape.of(5),
                            Shape.of(5)))),
            entry(LogSoftmax.class, List.of(GradientCheck.of(x -> x.get(0).logSoftmax(), MATRIX))),
            entry(
                    LookUp.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).rows(Ids.row(2, 0, 2, 2)), MATRIX),
                            GradientCheck.of(
                                    x -> x.get(0).rows(Ids.of(Shape.of(2, 2), 1, 1, 0, 2)), Shape.of(3, 2, 5)))),
            entry(
                    MapEach.class,
                    Arrays.stream(Unary.values()).map(GradientTest::map).toList()),
            entry(
                    HeadScores.class,
                    List.of(
                            GradientCheck.of(
                                    x -> x.get(0)
                                            .attentionWeights(
                                                    x.get(1), x.get(0).pass().ones(Shape.scalar()), 3, false),
                                    Shape.of(2, 4, 15),
                                    Shape.of(2, 7, 15)),
                            GradientCheck.of(
                                    x -> x.get(0)
                                            .attentionWeights(
                                                    x.get(1), x.get(0).pass().ones(Shape.scalar()), 2, true),
                                    Shape.of(3, 5, 6),
                                    Shape.of(5, 6)))),
            entry(
                    HeadSums.class,
                    List.of(
                            GradientCheck.of(
                                    x -> x.get(0).attentionContext(x.get(1)), Shape.of(2, 3, 4, 5), Shape.of(2, 5, 21)),
                            GradientCheck.of(
                                    x -> x.get(0).attentionContext(x.get(1)), Shape.of(3, 4, 5), Shape.of(2, 5, 6)))),
            entry(
                    MaskedSoftmax.class,
                    List.of(
                            masked(Shape.of(3, 5), 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
                            masked(Shape.of(5), 0, 1, 1, 0, 1),
                            masked(Shape.of(3, 1), 1, 0, 1))),
            entry(
                    MatMul.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).matmul(x.get(1)), Shape.of(2, 3, 5), Shape.of(2, 5, 7)),
                            GradientCheck.of(x -> x.get(0).matmul(x.get(1)), Shape.of(2, 1, 3, 5), Shape.of(4, 5, 7)),
                            GradientCheck.of(x -> x.get(0).matmul(x.get(1)), Shape.of(3, 5), Shape.of(2, 5, 7)))),
            entry(
                    Max.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).max(0), MATRIX),
                            GradientCheck.of(x -> x.get(0).max(-1), MATRIX),
                            GradientCheck.of(x -> x.get(0).max(1), Shape.of(2, 3, 5)))),
            entry(Pick.class, List.of(GradientCheck.of(x -> x.get(0).pick(Ids.row(4, 0, 2)), MATRIX))),
            entry(
                    Project.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).linear(x.get(1)), Shape.of(2, 3, 5), Shape.of(7, 5)),
                            GradientCheck.of(
                                    x -> x.get(0).linear(x.get(1), x.get(2)), MATRIX, Shape.of(7, 5), Shape.of(7)),
                            GradientCheck.of(
                                    x -> x.get(0).linear(x.get(1), x.get(2)), Shape.of(5), Shape.of(7, 5), Shape.of(7)),
                            GradientCheck.of(x -> x.get(0).matmul(x.get(1)), Shape.of(2, 3, 5), Shape.of(5, 7)))),
            entry(
                    Reshape.class,
                    List.of(GradientCheck.of(
                            x -> x.get(0).reshape(Shape.of(5, 3)).tanh(), MATRIX))),
            entry(
                    Select.class,
                    List.of(
                            GradientCheck.of(x -> mask(x.get(0)).select(x.get(0), x.get(1)), MATRIX, MATRIX),
                            GradientCheck.of(
                                    x -> mask(x.get(0)).select(x.get(1), x.get(2)),
                                    MATRIX,
                                    Shape.of(5),
                                    Shape.of(3, 1)))),
            entry(
                    SelectElse.class,
                    List.of(GradientCheck.of(x -> mask(x.get(0)).select(x.get(1), -3), MATRIX, Shape.of(5)))),
            entry(
                    Slice.class,
                    List.of(
                            GradientCheck.of(
                                    x -> x.get(0).slice(1, 1, 4).plus(x.get(0).slice(1, 2, 5)), MATRIX),
                            GradientCheck.of(x -> x.get(0).slice(0, 1, 3), MATRIX))),
            entry(Softmax.class, List.of(GradientCheck.of(x -> x.get(0).softmax(), Shape.of(2, 3, 5)))),
            entry(Squeeze.class, List.of(GradientCheck.of(x -> x.get(0).squeeze(1), Shape.of(3, 1, 5)))),
            entry(
                    Steps.class,
                    List.of(GradientCheck.of(
                            x -> x.get(0).steps(Ids.of(Shape.of(2, 4), 2, -1, 0, 2, 1, 1, -1, 0)), Shape.of(2, 3, 5)))),
            entry(
                    Sum.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).sum(0), MATRIX),
                            GradientCheck.of(x -> x.get(0).sum(1), Shape.of(2, 3, 5)),
                            GradientCheck.of(x -> x.get(0).sum(-1).plus(x.get(0).mean(-1)), MATRIX))),
            entry(SumAll.class, List.of(GradientCheck.of(x -> x.get(0).sum().square(), MATRIX))),
            entry(
                    Transpose.class,
                    List.of(
                            GradientCheck.of(x -> x.get(0).transpose(0, 1), MATRIX),
                            GradientCheck.of(x -> x.get(0).transpose(1, 2), Shape.of(2, 3, 5, 2)),
                            GradientCheck.of(x -> x.get(0).transpose(-1, 0), Shape.of(2, 3, 5)))),
            entry(Unsqueeze.class, List.of(GradientCheck.of(x -> x.get(0).unsqueeze(1), MATRIX))));

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static Stream<Class<?>> operations() {
        return Arrays.<Class<?>>stream(Operation.class.getPermittedSubclasses())
                .filter(kind -> !kind.getSimpleName().endsWith("Gradient"))
                .filter(kind -> !ONLY_IN_RULES.contains(kind) && !WITHOUT_GRADIENT.contains(kind));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void gradientsAgreeWithCentralDifferences(Class<?> kind) {
        assertThat(CHECKS).as("every operation with a gradient has a check").containsKey(kind);
        for (GradientCheck check : CHECKS.getOrDefault(kind, List.of())) {
            assertThat(check.worstError(ENGINE)).isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theCheckOfAnOperationRunsIt(Class<?> kind) {
        for (GradientCheck check : CHECKS.getOrDefault(kind, List.of())) {
            try (EagerPass pass = ENGINE.open(PassOptions.diagnostics(), true)) {
                List<Tensor> tensors = new ArrayList<>();
                check.inputs().forEach(input -> tensors.add(pass.tensor(input.shape(), input.values())));
                Tensor output = check.function().apply(tensors);
                assertThat(output.pass()).isSameAs(pass);
                assertThat(pass.tape())
                        .anyMatch(entry -> entry instanceof TapeStep step && kind.isInstance(step.operation()));
            }
        }
    }

    @Test
    void aWrongGradientIsFound() {
        DifferentiableFunction wrong = new DifferentiableFunction() {
            @Override
            public Shape outputShape(List<Shape> inputs) {
                return inputs.get(0);
            }

            @Override
            public void forward(List<View> inputs, View output) {
                new Scaled(3).forward(inputs, output);
            }

            @Override
            public void gradient(List<View> inputs, View output, View outputGradient, List<View> inputGradients) {
                new Scaled(3.001).gradient(inputs, output, outputGradient, inputGradients);
            }
        };
        GradientCheck check = GradientCheck.of(x -> ENGINE.apply(wrong, x.get(0)), MATRIX);
        assertThat(check.worstError(ENGINE)).isGreaterThan(100 * TOLERANCE);
    }

    @Test
    void contributionsAddUpWhereATensorIsUsedOften() {
        GradientCheck check = GradientCheck.of(
                x -> {
                    Tensor h = x.get(0).tanh();
                    Tensor same = h.plus(h).plus(h.reshape(MATRIX));
                    return same.times(h)
                            .plus(h.slice(1, 0, 1))
                            .minus(x.get(0).sum(0))
                            .plus(h.sum());
                },
                MATRIX);
        assertThat(check.worstError(ENGINE)).isLessThan(TOLERANCE);
    }

    @Test
    void gradientsOfIntermediateResultsAndOfTheLossItselfCanBeAsked() {
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor x = pass.tensor(Shape.of(2), 3, 5);
            Tensor y = x.square();
            Tensor loss = y.times(x).sum();
            Tensor unused = x.exp();
            var gradients = ENGINE.gradients(loss, List.of(x, y, loss, unused));
            assertThat(gradients.of(x).toDoubles()).containsExactly(27, 75);
            assertThat(gradients.of(y).toDoubles()).containsExactly(3, 5);
            assertThat(gradients.of(loss).item()).isEqualTo(1);
            assertThat(gradients.reaches(unused)).isFalse();
            assertThat(gradients.of(unused).toDoubles()).containsExactly(0, 0);
        }
    }

    @Test
    void gradientsStopAtDetach() {
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor x = pass.tensor(Shape.of(2), 3, 5);
            Tensor loss = x.detach().times(x).sum();
            assertThat(ENGINE.gradients(loss, List.of(x)).of(x).toDoubles()).containsExactly(3, 5);
        }
    }

    private static Tensor mask(Tensor x) {
        return x.pass().tensor(MATRIX, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1);
    }

    private static GradientCheck masked(Shape shape, double... mask) {
        return GradientCheck.of(x -> x.get(0).maskedSoftmax(x.get(0).pass().tensor(shape, mask)), MATRIX);
    }

    private static GradientCheck map(Unary function) {
        return switch (function) {
            case EXP -> GradientCheck.of(x -> x.get(0).exp(), MATRIX);
            case LOG -> GradientCheck.ofPositive(x -> x.get(0).log(), MATRIX);
            case SQRT -> GradientCheck.ofPositive(x -> x.get(0).sqrt(), MATRIX);
            case RECIPROCAL -> GradientCheck.ofPositive(x -> x.get(0).reciprocal(), MATRIX);
            case ABS -> GradientCheck.of(x -> x.get(0).abs(), MATRIX);
            case SIGMOID -> GradientCheck.of(x -> x.get(0).sigmoid(), MATRIX);
            case TANH -> GradientCheck.of(x -> x.get(0).tanh(), MATRIX);
            case RELU -> GradientCheck.of(x -> x.get(0).relu(), MATRIX);
            case SIN -> GradientCheck.of(x -> x.get(0).sin(), MATRIX);
            case COS -> GradientCheck.of(x -> x.get(0).cos(), MATRIX);
        };
    }

    private static List<GradientCheck> combinations() {
        List<GradientCheck> checks = new ArrayList<>();
        List<List<Shape>> pairs = List.of(
                List.of(MATRIX, MATRIX),
                List.of(MATRIX, Shape.of(5)),
                List.of(Shape.of(2, 1, 5), Shape.of(2, 3, 5)),
                List.of(Shape.of(2, 3, 1), Shape.of(1, 5)),
                List.of(Shape.scalar(), Shape.of(2, 3, 1)),
                List.of(Shape.of(2, 1, 3, 1), Shape.of(5, 1, 7)));
        for (Binary function : Binary.values()) {
            for (List<Shape> pair : function.name().endsWith("GRADIENT") ? List.<List<Shape>>of() : pairs) {
                checks.add(
                        GradientCheck.ofPositive(x -> combine(function, x.get(0), x.get(1)), pair.get(0), pair.get(1)));
            }
        }
        return checks;
    }

    private static Tensor combine(Binary function, Tensor a, Tensor b) {
        return switch (function) {
            case PLUS -> a.plus(b);
            case MINUS -> a.minus(b);
            case TIMES -> a.times(b);
            case DIVIDE -> a.dividedBy(b);
            case MAXIMUM -> a.maximum(b);
            case MINIMUM -> a.minimum(b);
            case GREATER -> a.greaterThan(b).plus(a);
            case TANH_OF_SUM -> a.plus(b).tanh(); // what plans make one operation
            default -> throw new IllegalArgumentException(function + " occurs only in rules");
        };
    }

    /** A number times its input. */
    private record Scaled(double factor) implements DifferentiableFunction {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public void forward(List<View> inputs, View output) {
            for (int i = 0; i < output.shape().elements(); i++) {
                output.set(i, factor * inputs.get(0).get(i));
            }
        }

        @Override
        public void gradient(List<View> inputs, View output, View outputGradient, List<View> inputGradients) {
            for (int i = 0; i < output.shape().elements(); i++) {
                inputGradients.get(0).set(i, factor * outputGradient.get(i));
            }
        }
    }
}
