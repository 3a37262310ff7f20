/** Hand-written loops that other things are measured by. Depends on {@code workload} and {@code child}. */
@NullMarked
package dev.tendril.benchmarks.loop;

import org.jspecify.annotations.NullMarked;
