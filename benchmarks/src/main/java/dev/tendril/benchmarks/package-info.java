/**
 * Commands that time Tendril, and its peers where they are built.
 *
 * <p>This package holds the command line; {@code workload} says what is computed, {@code child} how a process is timed, {@code tendril}
 * computes it with Tendril, {@code compare} runs contestants in turn and reports, {@code kernels} holds micro-benchmarks. Peers stand in
 * modules of their own and know {@code workload} and {@code child} alone.
 */
@NullMarked
package dev.tendril.benchmarks;

import org.jspecify.annotations.NullMarked;
