package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.DifferentiableFunction;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.plan.Origin;
import dev.tendril.tensor.plan.Run;
import dev.tendril.tensor.plan.StepRows;
import dev.tendril.tensor.plan.Value;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recurrence that is cancelled, or fails on a thread, ends within a step; its engine computes what it always did, in sound memory. */
final class EndedRunsTest {
    private static final int ROWS = 16; // two threads share them
    private static final int STEPS = 50;
    private static final int INPUTS = 2;
    private static final int HIDDEN = 7;

    // ---- runs of a plan ----

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true"})
    void aCancelledRunEndsOnEveryThreadWithinAStep(int threads, boolean backwards) {
        try (TendrilEngine engine = TendrilEngine.builder().threads(threads).build()) {
            List<double[]> before = numbers(engine);
            CancellationToken token = new CancellationToken();
            AtomicInteger steps = new AtomicInteger();
            int last = 11;
            assertThatThrownBy(() -> run(engine, backwards, () -> {
                        synchronized (token) { // no other thread polls between the count and the cancellation
                            if (steps.incrementAndGet() == last) {
                                token.cancel();
                            }
                            token.throwIfCancelled();
                        }
                    }))
                    .isExactlyInstanceOf(CancellationException.class)
                    .hasMessage("cancelled by the caller's token");
            assertThat(steps.get()).isBetween(last, last + threads - 1);
            assertSound(engine, before);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatFailsOnAHelperInTheMiddleOfARunReachesTheCaller(boolean backwards) {
        try (TendrilEngine engine = TendrilEngine.builder().threads(2).build()) {
            List<double[]> before = numbers(engine);
            IllegalStateException broken = new IllegalStateException("broken kernel");
            assertThatThrownBy(() -> run(engine, backwards, failingOnAHelper(broken)))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("a part of a parallel computation failed: " + broken)
                    .hasCause(broken);
            assertSound(engine, before);
            OutOfMemoryError full = new OutOfMemoryError("Java heap space");
            assertThatThrownBy(() -> run(engine, backwards, failingOnAHelper(full)))
                    .isSameAs(full);
            assertSound(engine, before);
        }
    }

    /** Fails at the third step of a helper; the caller waits for it at its own first step in the loop. */
    private static Runnable failingOnAHelper(Throwable failure) {
        Thread caller = Thread.currentThread();
        CountDownLatch taken = new CountDownLatch(1);
        AtomicInteger callersSteps = new AtomicInteger();
        AtomicInteger helpersSteps = new AtomicInteger();
        return () -> {
            if (Thread.currentThread() == caller) {
                if (callersSteps.incrementAndGet() > 10) { // it is in the loop: a few polls stand before it
                    pause(taken);
                }
            } else {
                taken.countDown();
                if (helpersSteps.incrementAndGet() == 3) {
                    throwAny(failure);
                }
            }
        };
    }

    private static void throwAny(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void theMemoryOfARunThatFailedIsTheGarbageCollectors() throws InterruptedException {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build()) {
            List<WeakReference<Storage>> memory = new ArrayList<>();
            assertThatThrownBy(() -> planned(engine, (pass, plan, run) -> {
                        run.storages().forEach(storage -> memory.add(new WeakReference<>(storage)));
                        run.execute(new PassKnowns(pass, plan.imported().known()), () -> {
                            throw new IllegalStateException("broken kernel");
                        });
                    }))
                    .hasMessage("broken kernel");
            assertThat(memory).isNotEmpty();
            for (int attempt = 0; attempt < 100 && !allGone(memory); attempt++) {
                System.gc();
                Thread.sleep(10);
            }
            assertThat(memory).allMatch(reference -> reference.get() == null);
        }
    }

    private static boolean allGone(List<WeakReference<Storage>> memory) {
        return memory.stream().allMatch(reference -> reference.get() == null);
    }

    /** What is done with a prepared run. */
    private interface Doing {
        void with(EagerPass pass, PlannedUnroll<?> plan, Run run);
    }

    private static void planned(TendrilEngine engine, Doing doing) {
        Cells.NormalisedLstm cell = new Cells.NormalisedLstm(engine.parameters(RandomKey.of(1)), INPUTS, HIDDEN);
        try (EagerPass pass = (EagerPass) engine.open(PassOptions.diagnostics())) {
            Cells.NormalisedLstm.LstmState initial = cell.initialState(ROWS, pass);
            Trace<Cells.NormalisedLstm.LstmState> trace =
                    Tracer.trace(engine, cell, Shape.of(Value.BATCH, INPUTS), initial, false);
            PlannedUnroll<?> plan = PlannedUnroll.of(trace, initial, false, true);
            StepRows rows = StepRows.of(Lengths.all(ROWS, STEPS).toArray());
            doing.with(pass, plan, plan.plan().forwards().run(rows, pass, null));
        }
    }

    private static void run(TendrilEngine engine, boolean backwards, Runnable poll) {
        planned(engine, (pass, plan, run) -> {
            PassKnowns knowns = new PassKnowns(pass, plan.imported().known());
            if (!backwards) {
                run.execute(knowns, poll);
                return;
            }
            run.execute(knowns, () -> {});
            plan.plan()
                    .gradient(Set.of(new Origin.PerStep(0), new Origin.Known(0)))
                    .recurrence()
                    .run(run.rows(), pass, run)
                    .execute(knowns, poll);
        });
    }

    // ---- the engine ----

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPassCancelledWhileThreadsShareAnUnrollOrItsGradientsEndsWithACancellation(boolean backwards) {
        ExecutorService threads = Executors.newCachedThreadPool();
        AtomicBoolean armed = new AtomicBoolean();
        CancellationToken token = new CancellationToken();
        try (TendrilEngine engine = TendrilEngine.builder()
                .threads(2)
                .executor(task -> {
                    if (armed.get()) {
                        token.cancel();
                    }
                    threads.execute(task);
                })
                .build()) {
            List<double[]> before = numbers(engine);
            try (Pass pass = engine.open(PassOptions.diagnostics().cancelledBy(token))) {
                armed.set(!backwards);
                assertThatThrownBy(() -> {
                            ParameterStore store = engine.parameters(RandomKey.of(1));
                            Tensor loss = loss(new Cells.NormalisedLstm(store, INPUTS, HIDDEN), pass);
                            armed.set(true);
                            engine.gradients(loss, store.parameters());
                        })
                        .isExactlyInstanceOf(CancellationException.class);
                assertThat(token.isCancelled()).isTrue();
            }
            armed.set(false);
            assertSound(engine, before);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aRecurrenceThatIsRunStepByStepEndsAtTheStepBehindTheCancellation() {
        try (TendrilEngine engine =
                TendrilEngine.builder().threads(1).plans(false).build()) {
            CancellationToken token = new CancellationToken();
            AtomicInteger steps = new AtomicInteger();
            Cells.Plain plain = new Cells.Plain(engine.parameters(RandomKey.of(1)), INPUTS, HIDDEN);
            Cell<Cells.Plain.PlainState> cancelling = new Cell<>() {
                @Override
                public Cells.Plain.PlainState initialState(int batch, Pass pass) {
                    return plain.initialState(batch, pass);
                }

                @Override
                public Cells.Plain.PlainState step(Tensor x, Cells.Plain.PlainState previous) {
                    if (steps.incrementAndGet() == 3) {
                        token.cancel();
                    }
                    return plain.step(x, previous);
                }

                @Override
                public Tensor output(Cells.Plain.PlainState state) {
                    return plain.output(state);
                }
            };
            try (Pass pass = engine.open(PassOptions.diagnostics().cancelledBy(token))) {
                assertThatThrownBy(() -> loss(cancelling, pass)).isExactlyInstanceOf(CancellationException.class);
            }
            assertThat(steps).hasValue(3);
        }
    }

    @Test
    void gradientsEndAtTheOperationBehindTheCancellation() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build()) {
            CancellationToken token = new CancellationToken();
            AtomicInteger passed = new AtomicInteger();
            try (Pass pass = engine.open(PassOptions.diagnostics().cancelledBy(token))) {
                Tensor x = pass.ones(Shape.of(3));
                Tensor loss = engine.apply(new Identity(passed, token), engine.apply(new Identity(passed, token), x))
                        .sum();
                assertThatThrownBy(() -> engine.gradients(loss, List.of(x)))
                        .isExactlyInstanceOf(CancellationException.class);
            }
            assertThat(passed).hasValue(1);
        }
    }

    /** A function whose gradient cancels the pass. */
    private record Identity(AtomicInteger passed, CancellationToken token) implements DifferentiableFunction {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public void forward(List<View> inputs, View output) {
            for (int i = 0; i < output.shape().elements(); i++) {
                output.set(i, inputs.get(0).get(i));
            }
        }

        @Override
        public void gradient(List<View> inputs, View output, View outputGradient, List<View> inputGradients) {
            passed.incrementAndGet();
            token.cancel();
        }
    }

    @Test
    void whatAFunctionThrowsReachesTheCallerAsItIsAndThePassGoesOn() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(2).build()) {
            List<double[]> before = numbers(engine);
            UnsupportedOperationException broken = new UnsupportedOperationException("broken function");
            try (Pass pass = engine.open(PassOptions.diagnostics())) {
                Tensor x = pass.ones(Shape.of(300));
                assertThatThrownBy(() -> engine.apply(new Broken(broken, true), x))
                        .isSameAs(broken);
                Tensor loss = engine.apply(new Broken(broken, false), x).sum();
                assertThatThrownBy(() -> engine.gradients(loss, List.of(x))).isSameAs(broken);
                assertThat(engine.gradients(x.times(2).sum(), List.of(x)).of(x).toDoubles())
                        .containsOnly(2);
            }
            assertSound(engine, before);
        }
    }

    /** A function that fails, forwards or in its gradient. */
    private record Broken(RuntimeException failure, boolean forwards) implements DifferentiableFunction {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public void forward(List<View> inputs, View output) {
            if (forwards) {
                throw failure;
            }
        }

        @Override
        public void gradient(List<View> inputs, View output, View outputGradient, List<View> inputGradients) {
            throw failure;
        }
    }

    // ---- soundness ----

    private static <S extends CellState> Tensor loss(Cell<S> cell, Pass pass) {
        Tensor x = Samples.normal(pass, 2, ROWS, STEPS, INPUTS);
        Sequence input = Sequence.of(x, Lengths.all(ROWS, STEPS));
        Unrolled<S> unrolled =
                pass.engine().unroll(cell, input, cell.initialState(ROWS, pass), UnrollOptions.forward());
        return unrolled.outputs().values().square().sum();
    }

    private static List<double[]> numbers(TendrilEngine engine) {
        ParameterStore store = engine.parameters(RandomKey.of(1));
        Cells.NormalisedLstm cell = new Cells.NormalisedLstm(store, INPUTS, HIDDEN);
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            Tensor loss = loss(cell, pass);
            List<double[]> numbers = new ArrayList<>(List.of(loss.toDoubles()));
            engine.gradients(loss, store.parameters());
            store.parameters()
                    .forEach(parameter -> numbers.add(engine.gradients(loss, List.of(parameter))
                            .of(parameter)
                            .toDoubles()));
            return numbers;
        }
    }

    /** The engine gives the bits it gave before, and no memory to two. */
    private static void assertSound(TendrilEngine engine, List<double[]> before) {
        for (int repeat = 0; repeat < 2; repeat++) {
            List<double[]> after = numbers(engine);
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        Set<Storage> given = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int length = 64; length < 1 << 15; length += length / 4) {
            for (int i = 0; i < 16; i++) {
                assertThat(given.add(engine.pool().take(length))).isTrue();
            }
        }
    }

    private static void pause(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException disturbed) {
            throw new IllegalStateException(disturbed);
        }
    }
}
