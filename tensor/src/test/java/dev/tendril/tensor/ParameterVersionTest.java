package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParameterVersionTest {
    private static final int OUTPUTS = 23;
    private static final int INPUTS = 37;

    private final TendrilEngine engine = TendrilEngine.builder().threads(2).build();
    private final ParameterStore store = engine.parameters(RandomKey.of(1));
    private final Parameter weight = filled("weight", Shape.of(OUTPUTS, INPUTS), 1);
    private final Parameter bias = filled("bias", Shape.of(OUTPUTS), 1);

    /** p + rate, whatever the gradient. */
    private record Growing() implements Optimizer<NoState> {
        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public NoState initialState(Tensor parameter, Pass pass) {
            return new NoState();
        }

        @Override
        public Updated<NoState> update(Tensor parameter, Tensor gradient, NoState state, Scalars scalars) {
            return new Updated<>(parameter.plus(scalars.of((learningRate, step) -> learningRate)), state);
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aParameterThatStartsFromATensorHasNumbersOfItsOwn() {
        Parameter copy = store.create("copy", weight);
        step();
        assertThat(copy.toDoubles()).containsOnly(1);
        assertThat(weight.toDoubles()).containsOnly(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.create("copy", weight))
                .withMessage("there is already a parameter copy");
    }

    @Test
    void aParameterThatNoArrayHoldsIsRefusedBeforeItsNumbersAreAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.create("wide", Shape.of(1 << 20, 1 << 11), (shape, draw) -> new double[0]))
                .withMessage("parameter wide has shape [1048576, 2048], that is 2,147,483,648 numbers,"
                        + " and a tensor holds at most 2,147,483,639; choose smaller sizes");
        assertThat(store.find("wide")).isEmpty();
    }

    @Test
    void numbersThatNobodyElseReadsAreWrittenInPlace() {
        Storage before = storage(weight);
        step();
        step();
        assertThat(storage(weight)).isSameAs(before);
        assertThat(weight.toDoubles()).containsOnly(3);
        assertThat(weight.version()).isEqualTo(2);
    }

    @Test
    void numbersThatAnotherPassHasReadStayUntilItCloses() {
        Storage before = storage(weight);
        Pass session = engine.open(PassOptions.inference());
        double[] first = output(session);
        step();
        Storage beside = storage(weight);
        assertThat(beside).isNotSameAs(before);
        step(); // nobody has pinned the second version
        assertThat(storage(weight)).isSameAs(beside);
        assertThat(output(session)).isEqualTo(first).containsOnly(INPUTS + 1);
        try (Pass later = engine.open(PassOptions.inference())) {
            assertThat(output(later)).containsOnly(3 * (INPUTS + 1));
        }
        session.close();
    }

    @Test
    void memoryOfAVersionIsUsedAgainWhenItsLastPinIsGone() {
        store.assign(
                "weight", engine.constant(weight.shape(), numbers(weight.shape(), 5))); // from the pool from now on
        try (Pass pass = engine.open(PassOptions.inference())) {
            output(pass);
            store.assign("weight", engine.constant(weight.shape(), numbers(weight.shape(), 6)));
        }
        Storage old;
        Pass first = engine.open(PassOptions.inference());
        try (Pass second = engine.open(PassOptions.inference())) {
            old = storage(weight);
            output(first);
            output(second);
            step();
            first.close();
            assertThat(engine.pool().take(old.length())).isNotSameAs(old);
            assertThat(output(second)).containsOnly(6 * INPUTS + 1);
        }
        assertThat(engine.pool().take(old.length())).isSameAs(old);
    }

    @Test
    void aPassWhoseGradientsWereAppliedReadsNoParameterAfterwards() {
        try (EagerPass pass = engine.open(PassOptions.diagnostics(), true)) {
            Tensor attached = pass.attach(weight);
            Tensor view = attached.reshape(Shape.of(INPUTS, OUTPUTS));
            Tensor loss = pass.ones(Shape.of(1, INPUTS)).linear(weight, bias).sum();
            apply(engine.gradients(loss, List.of(weight)).of(weight));
            for (Callable<?> use : List.<Callable<?>>of(
                    () -> pass.ones(Shape.of(1, INPUTS)).linear(weight),
                    () -> pass.ones(Shape.of(OUTPUTS)).plus(bias),
                    () -> pass.attach(weight),
                    attached::toDoubles,
                    view::exp,
                    () -> view.copy(),
                    () -> engine.gradients(loss, List.of(weight)))) {
                assertThatIllegalStateException()
                        .isThrownBy(use::call)
                        .withMessageContaining("the parameters have been updated since " + pass + " read them")
                        .withMessageContaining("open a new pass");
            }
            assertThat(loss.item()).isEqualTo(OUTPUTS * (INPUTS + 1));
        }
        assertThat(weight.toDoubles()).containsOnly(2);
    }

    @Test
    void aGradientThatShowsAParameterIsReadBeforeAnythingIsWritten() {
        Growing optimizer = new Growing();
        engine.update(optimizer, new HashMap<>(), Map.of(weight, weight, bias, bias), 1, 1);
        assertThat(weight.toDoubles()).containsOnly(2);
        assertThat(bias.toDoubles()).containsOnly(2);
    }

    @Test
    void formsOfSeveralParametersLiveAsLongAsTheirNumbers() {
        Panels first = form("merged");
        assertThat(form("merged")).isSameAs(first);
        EagerPass session = engine.open(PassOptions.inference(), false);
        Version kept = session.version((Store) store);
        assertThat(kept.form("merged", ParameterVersionTest::alreadyThere)).isSameAs(first);
        step();
        assertThat(kept.form("merged", ParameterVersionTest::alreadyThere)).isSameAs(first);
        Panels second = form("merged");
        assertThat(second.span().storage()).isNotSameAs(first.span().storage());
        session.close();
        assertThat(form("third").span().storage()).isSameAs(first.span().storage());
        step(); // in place: the memory of old forms serves the new ones
        assertThat(List.of(form("merged").span().storage(), form("third").span().storage()))
                .containsExactlyInAnyOrder(second.span().storage(), first.span().storage());
    }

    @Test
    void aParameterMadeAfterAPassReadItsStoreIsAnErrorThere() {
        try (Pass pass = engine.open(PassOptions.inference())) {
            output(pass);
            Parameter late = filled("late", Shape.of(OUTPUTS), 1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> pass.attach(late))
                    .withMessageContaining("late")
                    .withMessageContaining("make all parameters first");
        }
    }

    @Test
    void predictionsBesideTrainingSeeOneVersionEach() throws Exception {
        AtomicBoolean training = new AtomicBoolean(true);
        ExecutorService predictor = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> predictions = predictor.submit(() -> {
                int count = 0;
                while (training.get() || count == 0) {
                    predictTwice();
                    count++;
                }
                return count;
            });
            for (int step = 0; step < 2000; step++) {
                step();
            }
            training.set(false);
            assertThat(predictions.get()).isPositive();
        } finally {
            predictor.shutdown();
        }
        assertThat(weight.toDoubles()).containsOnly(2001);
    }

    /** Both outputs come from one version: all numbers of the weight and the bias are the same number. */
    private void predictTwice() {
        try (Pass pass = engine.open(PassOptions.inference())) {
            double[] first = output(pass);
            assertThat(first).containsOnly(Math.rint(first[0] / (INPUTS + 1)) * (INPUTS + 1));
            assertThat(output(pass)).isEqualTo(first);
        }
        double[] alone = bias.toDoubles();
        assertThat(alone).containsOnly(alone[0]);
    }

    private double[] output(Pass pass) {
        return pass.ones(Shape.of(2, INPUTS)).linear(weight, bias).toDoubles();
    }

    /** One training step: every number of both parameters grows by 1. */
    private void step() {
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            Tensor loss = pass.ones(Shape.of(2, INPUTS)).linear(weight, bias).sum();
            var gradients = engine.gradients(loss, List.of(weight, bias));
            engine.update(
                    new Growing(),
                    new HashMap<>(),
                    Map.of(weight, gradients.of(weight), bias, gradients.of(bias)),
                    1,
                    1);
        }
    }

    private void apply(Tensor gradient) {
        engine.update(new Growing(), new HashMap<>(), Map.of(weight, gradient), 1, 1);
    }

    private Panels form(String key) {
        try (EagerPass pass = engine.open(PassOptions.inference(), false)) {
            return pass.version((Store) store)
                    .form(key, () -> new Panels(new Span(engine.pool().take(1000), 0), 10, 100));
        }
    }

    private static Panels alreadyThere() {
        throw new AssertionError("the form was made before");
    }

    private Parameter filled(String path, Shape shape, double value) {
        return store.create(path, shape, (asked, draw) -> numbers(asked, value));
    }

    private static double[] numbers(Shape shape, double value) {
        double[] numbers = new double[Math.toIntExact(shape.elements())];
        Arrays.fill(numbers, value);
        return numbers;
    }

    private static Storage storage(Parameter parameter) {
        return EngineTensor.of(parameter).read(Array::storage);
    }
}
