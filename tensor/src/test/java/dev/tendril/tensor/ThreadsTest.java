package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.tensor.ThreadWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void theNumberOfThreadsNeverChangesABit(int threads) {
        try (TendrilEngine one = TendrilEngine.builder().threads(1).build();
                TendrilEngine many = TendrilEngine.builder().threads(threads).build()) {
            List<double[]> expected = numbers(one);
            List<double[]> actual = numbers(many);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i)).isEqualTo(expected.get(i));
            }
        }
    }

    /** Large enough that everything is split. */
    private static List<double[]> numbers(TendrilEngine engine) {
        ParameterStore store = engine.parameters(RandomKey.of(1));
        Parameter weight = store.create("weight", Shape.of(207, 131), Cells.normal());
        Parameter bias = store.create("bias", Shape.of(207), Cells.normal());
        Parameter gain = store.create("gain", Shape.of(207), Cells.normal());
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            Tensor x = Samples.normal(pass, 1, 31, 67, 131);
            Tensor h = x.linear(weight, bias).tanh().layerNorm(gain, bias, 1e-5);
            Tensor attention = h.attend(h, h, pass.ones(Shape.of(67, 67)), 1, true);
            Tensor mixed = attention
                    .plus(h.sum(1).unsqueeze(1))
                    .times(h.transpose(0, 1).sum(0).sigmoid().unsqueeze(1));
            Tensor loss =
                    mixed.crossEntropy(Ids.of(Shape.of(31, 67), new int[31 * 67]), pass.ones(Shape.of(31, 67)), 0.1);
            Gradients gradients = engine.gradients(loss, List.of(weight, bias, gain, x));
            List<double[]> numbers = new ArrayList<>(List.of(mixed.toDoubles(), loss.toDoubles()));
            numbers.add(new double[] {h.sumOfSquares()});
            numbers.add(h.matmul(h.transpose(1, 2)).toDoubles());
            List.of(weight, bias, gain, x)
                    .forEach(tensor -> numbers.add(gradients.of(tensor).toDoubles()));
            return numbers;
        }
    }

    @Test
    void everyPartIsCountedForTheThreadThatRanIt() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(3).build();
                Pass pass = engine.open(PassOptions.inference())) {
            CountDownLatch allThree = new CountDownLatch(3); // nobody ends a part before each has begun one
            engine.workers().split(Long.MAX_VALUE, 3, (from, to) -> {
                allThree.countDown();
                awaited(allThree);
                engine.workers().ran(7);
            });
            pass.ones(Shape.of(2)).plus(1); // by the caller alone: not worth sharing
            assertThat(engine.work())
                    .containsExactly(
                            new ThreadWork("callers", 2, 7),
                            new ThreadWork("tendril-engine-1", 1, 7),
                            new ThreadWork("tendril-engine-2", 1, 7));
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void rowsOfARecurrenceAreCountedStepByStepForwardsAndBackwards() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build();
                Pass pass = engine.open(PassOptions.diagnostics())) {
            Tensor x = Samples.normal(pass, 1, 3, 5, 2);
            Cells.Plain cell = new Cells.Plain(engine.parameters(RandomKey.of(1)), 2, 4);
            Tensor outputs = engine.unroll(
                            cell,
                            Sequence.of(x, Lengths.of(5, 0, 2)),
                            cell.initialState(3, pass),
                            UnrollOptions.forward())
                    .outputs()
                    .values();
            assertThat(engine.work().get(0).rows()).isEqualTo(5 + 2);
            engine.gradients(outputs.sum(), List.of(x));
            assertThat(engine.work().get(0).rows()).isEqualTo(2 * (5 + 2));
        }
    }

    @Test
    void afterCloseNoThreadLivesAndNothingComputes() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        TendrilEngine engine = TendrilEngine.builder().threads(4).build();
        Pass pass = engine.open(PassOptions.inference());
        Tensor x = pass.ones(Shape.of(500, 500));
        assertThat(x.matmul(x).sum().item()).isEqualTo(500.0 * 500 * 500);
        assertThat(Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread)))
                .filteredOn(thread -> thread.getName().startsWith("tendril-engine"))
                .hasSize(3)
                .allMatch(Thread::isDaemon);
        engine.close();
        engine.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .noneMatch(thread -> thread.getName().startsWith("tendril-engine"));
        assertThatIllegalStateException()
                .isThrownBy(() -> x.matmul(x))
                .withMessage("the engine is closed: open passes cannot compute any more");
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.open(PassOptions.inference()))
                .withMessage("the engine is closed: no pass can be opened any more");
    }

    @Test
    void aLentExecutorIsUsedAndNoThreadIsMade() {
        AtomicInteger tasks = new AtomicInteger();
        ExecutorService lent = Executors.newFixedThreadPool(2);
        try (TendrilEngine engine = TendrilEngine.builder()
                .threads(3)
                .executor(task -> {
                    tasks.incrementAndGet();
                    lent.execute(task);
                })
                .build()) {
            assertThat(numbers(engine)).isNotEmpty();
            assertThat(tasks).hasPositiveValue();
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("tendril-engine"));
        } finally {
            lent.shutdown();
        }
        assertThat(lent.isShutdown()).isTrue();
    }

    @Test
    void anExecutorThatNeverRunsAnythingDelaysNothing() {
        try (TendrilEngine engine =
                TendrilEngine.builder().threads(3).executor(task -> {}).build()) {
            assertThat(numbers(engine)).isNotEmpty();
        }
    }

    @Test
    void everyOutputIsComputedOnce() {
        try (Workers workers = Workers.ownThreads(4)) {
            for (int count : new int[] {0, 1, 2, 3, 5, 1000}) {
                int[] times = new int[count];
                workers.split(Long.MAX_VALUE, count, (from, to) -> {
                    for (int i = from; i < to; i++) {
                        times[i]++;
                    }
                });
                assertThat(times).containsOnly(count == 0 ? new int[0] : new int[] {1});
            }
        }
    }
}
