package dev.tendril.benchmarks.child;

import dev.tendril.benchmarks.workload.Assignment;

/** What computes workloads: Tendril or a peer. It has a public constructor without arguments and is named on a child's command line. */
public interface Implementation {

    /**
     * Makes a workload ready.
     *
     * @throws IllegalArgumentException if it cannot compute it
     */
    Task prepare(Assignment assignment);
}
