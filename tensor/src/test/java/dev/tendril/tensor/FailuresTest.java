package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails on a thread reaches the caller, after everybody has stopped, and the threads go on serving. */
final class FailuresTest {

    static Stream<RuntimeException> exceptions() {
        return Stream.of(
                new IllegalArgumentException("wrong shape"),
                new CancellationException("cancelled by the caller's token"),
                new IllegalStateException("broken kernel"),
                new ArrayIndexOutOfBoundsException("index 7 of 5"));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void anExceptionOfAHelperReachesTheCallerAsItsCause(RuntimeException broken) {
        try (Workers workers = Workers.ownThreads(2)) {
            Throwable thrown = catchThrowable(() -> onAHelper(workers, () -> {
                throw broken;
            }));
            boolean keepsItsKind =
                    broken instanceof IllegalArgumentException || broken instanceof CancellationException;
            assertThat(thrown)
                    .isExactlyInstanceOf(keepsItsKind ? broken.getClass() : IllegalStateException.class)
                    .hasMessage(
                            keepsItsKind ? broken.getMessage() : "a part of a parallel computation failed: " + broken)
                    .hasCause(broken);
            assertServes(workers);
        }
    }

    @Test
    void anErrorOfAHelperReachesTheCallerItself() {
        try (Workers workers = Workers.ownThreads(2)) {
            OutOfMemoryError full = new OutOfMemoryError("Java heap space");
            assertThatThrownBy(() -> onAHelper(workers, () -> {
                        throw full;
                    }))
                    .isSameAs(full);
            assertServes(workers);
            assertThatThrownBy(() -> onAHelper(workers, () -> deeper(0))).isInstanceOf(StackOverflowError.class);
            assertServes(workers);
        }
    }

    @SuppressWarnings("InfiniteRecursion") // that is the point
    private static int deeper(int level) {
        return deeper(level + 1) + 1;
    }

    @Test
    void whatTheCallersOwnPartThrowsReachesItAsWell() {
        try (Workers workers = Workers.ownThreads(2)) {
            IllegalStateException broken = new IllegalStateException("broken kernel");
            Thread caller = Thread.currentThread();
            CountDownLatch begun = new CountDownLatch(1);
            assertThatThrownBy(() -> workers.split(Long.MAX_VALUE, 2, (from, to) -> {
                        if (Thread.currentThread() == caller) {
                            begun.countDown();
                            throw broken;
                        }
                        pause(begun);
                    }))
                    .hasCause(broken);
            assertServes(workers);
        }
    }

    @Test
    void theCallerLearnsOfAFailureOnlyAfterEverybodyHasStopped() {
        try (Workers workers = Workers.ownThreads(3)) {
            CountDownLatch bothHere = new CountDownLatch(2);
            CountDownLatch failing = new CountDownLatch(1);
            AtomicBoolean stopped = new AtomicBoolean();
            AtomicInteger helpers = new AtomicInteger();
            Thread caller = Thread.currentThread();
            assertThatThrownBy(() -> workers.split(Long.MAX_VALUE, 3, (from, to) -> {
                        if (Thread.currentThread() == caller) {
                            pause(bothHere);
                        } else if (helpers.incrementAndGet() == 1) {
                            bothHere.countDown();
                            pause(bothHere);
                            failing.countDown();
                            throw new IllegalStateException("broken kernel");
                        } else {
                            bothHere.countDown();
                            pause(failing);
                            spin();
                            stopped.set(true);
                        }
                    }))
                    .hasMessageContaining("broken kernel");
            assertThat(stopped).isTrue();
            assertServes(workers);
        }
    }

    @Test
    void anInterruptedCallerComputesToTheEndAndStaysInterrupted() {
        try (Workers workers = Workers.ownThreads(2)) {
            AtomicBoolean ended = new AtomicBoolean();
            Thread caller = Thread.currentThread();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            workers.split(Long.MAX_VALUE, 2, (from, to) -> {
                if (Thread.currentThread() == caller) {
                    pause(begun);
                    caller.interrupt();
                    interrupted.countDown();
                } else {
                    begun.countDown();
                    pause(interrupted);
                    spin();
                    ended.set(true);
                }
            });
            assertThat(ended).isTrue();
            assertThat(Thread.interrupted()).isTrue();
            assertServes(workers);
        }
    }

    @Test
    void anExecutorThatTakesNoTaskLeavesTheWorkToTheCaller() {
        Workers refused = Workers.lent(4, task -> {
            throw new RejectedExecutionException("full");
        });
        assertServes(refused);
        assertServes(Workers.lent(4, task -> {}));
        assertServes(Workers.lent(4, Runnable::run));
    }

    @Test
    void anExecutorThatBreaksIsReportedAfterThoseHelpersHaveStoppedThatItHadStarted() {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger tasks = new AtomicInteger();
        Thread caller = Thread.currentThread();
        UnsupportedOperationException broken = new UnsupportedOperationException("broken executor");
        Workers workers = Workers.lent(3, task -> {
            if (tasks.incrementAndGet() == 2) {
                pause(begun);
                throw broken;
            }
            threads.execute(task);
        });
        try {
            assertThatThrownBy(() -> workers.split(Long.MAX_VALUE, 3, (from, to) -> {
                        if (Thread.currentThread() != caller) {
                            begun.countDown();
                            spin();
                            stopped.set(true);
                        }
                    }))
                    .isSameAs(broken);
            assertThat(stopped).isTrue();
        } finally {
            threads.shutdown();
        }
    }

    /** Runs something on a helper, while the caller waits in a part of its own. */
    private static void onAHelper(Workers workers, Runnable task) {
        Thread caller = Thread.currentThread();
        CountDownLatch taken = new CountDownLatch(1);
        workers.split(Long.MAX_VALUE, 2, (from, to) -> {
            if (Thread.currentThread() == caller) {
                pause(taken);
            } else {
                taken.countDown();
                task.run();
            }
        });
    }

    private static void pause(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException disturbed) {
            throw new IllegalStateException(disturbed);
        }
    }

    /** Takes long enough for a caller that does not wait to be gone. */
    private static void spin() {
        for (int i = 0; i < 1_000_000; i++) {
            Thread.onSpinWait();
        }
    }

    private static void assertServes(Workers workers) {
        int[] times = new int[1000];
        workers.split(Long.MAX_VALUE, times.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                times[i]++;
            }
        });
        assertThat(times).containsOnly(1);
    }
}
