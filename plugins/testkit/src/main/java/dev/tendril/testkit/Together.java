package dev.tendril.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * Uses a component in several threads at once. At any moment they do different work: what a component keeps of one thread
 * and gives to another would go unnoticed if both did the same in step.
 */
final class Together {
    private static final int THREADS = 4;
    private static final int TIMES = 25;

    private Together() {}

    /**
     * Work in several variants, which use a component with different things or in another order.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    interface Work<T> {
        /** Does a variant of the work, from 0 to {@code THREADS - 1}. */
        T variant(int variant) throws Exception;
    }

    /** Fails unless every thread computes, time and again, the bits that are computed alone. */
    static void check(String promise, Work<Map<String, Numbers>> work) throws Exception {
        Same comparison = new Same("alone", "beside other threads");
        check(work, (alone, beside) -> comparison.bits(promise, alone, beside));
    }

    /** Compares what every variant gives alone with what it gives beside other threads, time and again. */
    static <T> void check(Work<T> work, BiConsumer<T, T> comparison) throws Exception {
        List<T> alone = new ArrayList<>();
        for (int variant = 0; variant < THREADS; variant++) {
            alone.add(work.variant(variant));
        }
        List<List<T>> beside = beside(work);
        for (int thread = 0; thread < THREADS; thread++) {
            for (int time = 0; time < TIMES; time++) {
                comparison.accept(
                        alone.get(variant(thread, time)), beside.get(thread).get(time));
            }
        }
    }

    private static int variant(int thread, int time) {
        return (thread + time) % THREADS;
    }

    /** The list at {@code variant} of as many beginnings as there are threads. */
    static <T> List<T> rotated(List<T> list, int variant) {
        List<T> rotated = new ArrayList<>(list);
        Collections.rotate(rotated, -variant * list.size() / THREADS);
        return rotated;
    }

    /** What each thread gave, each time. */
    private static <T> List<List<T>> beside(Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<List<T>>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    List<T> results = new ArrayList<>();
                    for (int time = 0; time < TIMES; time++) {
                        results.add(work.variant(variant(thread, time)));
                    }
                    return results;
                }));
            }
            List<List<T>> all = new ArrayList<>();
            for (Future<List<T>> future : futures) {
                all.add(result(future));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("a thread beside others failed: " + failure.getCause(), failure.getCause());
        }
    }
}
