package dev.tendril.tensor;

import dev.tendril.api.tensor.ThreadWork;
import dev.tendril.tensor.operation.Execution.Range;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Splits independent outputs into ranges over the calling thread and helpers. The caller takes ranges like everybody else, so a
 * helper that comes late, or never, costs time and nothing else.
 */
final class Workers implements AutoCloseable {
    /** Less work than this is done by the caller alone: waking a helper takes longer. */
    private static final long WORTH_SPLITTING = 1 << 19;

    private final int threads;
    private final @Nullable Executor helpers;
    private final @Nullable HelperThreads own;
    private final Tally tally;

    private Workers(int threads, @Nullable Executor helpers, @Nullable HelperThreads own) {
        this.threads = threads;
        this.helpers = helpers;
        this.own = own;
        this.tally = new Tally(own == null ? List.of() : own.names());
    }

    /** The caller and daemon threads of our own, so many in all. */
    static Workers ownThreads(int threads) {
        HelperThreads own = threads > 1 ? new HelperThreads(threads - 1) : null;
        return new Workers(threads, own, own);
    }

    /** The caller and tasks given to somebody's executor, so many at once. */
    static Workers lent(int threads, Executor executor) {
        return new Workers(threads, executor, null);
    }

    int threads() {
        return threads;
    }

    /** What each thread has computed. */
    List<ThreadWork> work() {
        return tally.read();
    }

    /** Counts steps of rows that this thread has run in the loop of a recurrence. */
    void ran(long rows) {
        tally.rows(helper(), rows);
    }

    void split(long work, int count, Range range) {
        Range counted = (from, to) -> {
            range.run(from, to);
            tally.part(helper());
        };
        Executor executor = helpers;
        if (executor == null || count < 2 || work < WORTH_SPLITTING) {
            if (count > 0) {
                counted.run(0, count);
            }
            return;
        }
        SharedWork shared = new SharedWork(counted, count, Math.min(count, threads));
        try {
            for (int helper = 1; helper < shared.parts(); helper++) {
                if (!offer(executor, shared)) {
                    break;
                }
            }
        } finally { // whatever the executor throws: helpers that have begun write memory that is the caller's again
            // once this returns
            shared.run();
            shared.await();
        }
    }

    /** Which helper this thread is, from 0; -1 for any other thread. */
    private int helper() {
        return own == null ? -1 : own.indexOf(Thread.currentThread());
    }

    /** Whether the executor took the task; one that is shut down or full leaves the work to the caller. */
    private static boolean offer(Executor executor, Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
