package dev.tendril.benchmarks.child;

import java.util.OptionalDouble;

/** A workload that is ready to be timed. Used by one thread. */
public interface Task extends AutoCloseable {

    /** Takes one step, wholly: when this returns, every number is computed. */
    void step();

    /** The loss of the last step, if it has one. */
    default OptionalDouble loss() {
        return OptionalDouble.empty();
    }

    /** The setting of a library that was chosen as the fastest, in a few words; empty if there was nothing to choose. */
    default String setting() {
        return "";
    }

    /** Number of learnt numbers. */
    long parameters();

    @Override
    void close();
}
