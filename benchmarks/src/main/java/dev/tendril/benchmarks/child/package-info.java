/** The process of one contestant: it makes a workload ready, then takes steps when it is told. Depends on {@code workload} alone. */
@NullMarked
package dev.tendril.benchmarks.child;

import org.jspecify.annotations.NullMarked;
