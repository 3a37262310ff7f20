package dev.tendril.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Daemon threads of an engine. An idle one looks for work for some tens of microseconds, since steps of a recurrence follow one
 * another closely, then parks.
 */
final class HelperThreads implements Executor, AutoCloseable {
    private static final int SPINS = 10_000;

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    HelperThreads(int count) {
        for (int i = 0; i < count; i++) {
            Thread thread =
                    new Thread(null, this::work, "tendril-engine-" + (i + 1), 0, false); // inherits no thread-locals
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("the engine is closed");
        }
        tasks.add(task);
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }

    /** The names of the threads. */
    List<String> names() {
        return threads.stream().map(Thread::getName).toList();
    }

    /** Which of the threads this is, from 0; -1 if it is none of them. */
    int indexOf(Thread thread) {
        return threads.indexOf(thread);
    }

    private void work() {
        int spins = 0;
        while (!closed) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
                spins = 0;
            } else if (spins++ < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Ends the threads and waits until they have. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
            interrupted |= !joined(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean joined(Thread thread) {
        boolean undisturbed = true;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException disturbed) {
                undisturbed = false; // remembered by the caller; the thread is ending
            }
        }
        return undisturbed;
    }
}
