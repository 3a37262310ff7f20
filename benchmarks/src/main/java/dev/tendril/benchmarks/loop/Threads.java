package dev.tendril.benchmarks.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Some threads that do equal shares of a step, the caller among them. */
final class Threads implements AutoCloseable {
    private final int count;
    private final ExecutorService helpers;

    Threads(int count) {
        this.count = count;
        this.helpers = Executors.newFixedThreadPool(Math.max(1, count - 1), task -> {
            Thread thread = new Thread(task, "helper");
            thread.setDaemon(true);
            return thread;
        });
    }

    int count() {
        return count;
    }

    /** Gives every thread its number from 0, and waits for all. */
    void run(IntConsumer share) {
        List<Future<?>> others = new ArrayList<>();
        for (int number = 1; number < count; number++) {
            int other = number;
            others.add(helpers.submit(() -> share.accept(other)));
        }
        share.accept(0);
        for (Future<?> other : others) {
            await(other);
        }
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a thread failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while other threads compute", interrupted);
        }
    }

    @Override
    public void close() {
        helpers.shutdownNow();
    }
}
