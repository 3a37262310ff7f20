/** The workloads computed by Tendril, as a program that embeds it would. */
@NullMarked
package dev.tendril.benchmarks.tendril;

import org.jspecify.annotations.NullMarked;
