package dev.tendril.benchmarks.child;

import java.util.List;
import java.util.OptionalDouble;

/** Finds the fastest of several ways to compute the same, so that a peer is timed at its best. */
public final class Fastest {
    private static final int UNTIMED = 2;
    private static final double SECONDS = 1;

    private Fastest() {}

    /** Tries all, closes the tasks that the fastest has no use for, and returns it. */
    public static Task of(List<Way> ways) {
        Way fastest = ways.get(0);
        double best = Double.POSITIVE_INFINITY;
        for (Way way : ways) {
            double seconds = secondsPerStep(way);
            if (seconds < best) {
                best = seconds;
                fastest = way;
            }
        }
        Task kept = fastest.task();
        ways.stream().map(Way::task).filter(task -> task != kept).distinct().forEach(Task::close);
        return fastest;
    }

    private static double secondsPerStep(Task task) {
        for (int step = 0; step < UNTIMED; step++) {
            task.step();
        }
        long started = System.nanoTime();
        long steps = 0;
        while (System.nanoTime() - started < SECONDS * 1e9) {
            task.step();
            steps++;
        }
        return (System.nanoTime() - started) * 1e-9 / steps;
    }

    /**
     * A task with something done before each step, such as switching a setting of a library; several may share a task.
     *
     * @param task that steps
     * @param setting in words
     * @param before what is done
     */
    public record Way(Task task, String setting, Runnable before) implements Task {
        @Override
        public void step() {
            before.run();
            task.step();
        }

        @Override
        public OptionalDouble loss() {
            return task.loss();
        }

        @Override
        public long parameters() {
            return task.parameters();
        }

        @Override
        public void close() {
            task.close();
        }
    }
}
