/** Runs contestants in turn, each in a process of its own, and reports. May depend on {@code workload} and {@code child}. */
@NullMarked
package dev.tendril.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
