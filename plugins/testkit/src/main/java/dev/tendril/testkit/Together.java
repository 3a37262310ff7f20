package dev.tendril.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same in several threads at once. */
final class Together {
    private static final int THREADS = 4;
    private static final int TIMES = 25;

    private Together() {}

    /** Fails unless every thread computes, time and again, the bits that are computed alone. */
    static void check(String promise, Callable<Map<String, Numbers>> work) throws Exception {
        Map<String, Numbers> alone = work.call();
        Same comparison = new Same("alone", "beside other threads");
        for (Map<String, Numbers> each : run(work)) {
            comparison.bits(promise, alone, each);
        }
    }

    /** What every thread gave, each time. */
    static <T> List<T> run(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<List<T>>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    List<T> results = new ArrayList<>();
                    for (int time = 0; time < TIMES; time++) {
                        results.add(work.call());
                    }
                    return results;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> future : futures) {
                all.addAll(result(future));
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
