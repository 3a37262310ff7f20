/** The workloads computed by Deeplearning4j. */
@NullMarked
package dev.tendril.benchmarks.deeplearning4j;

import org.jspecify.annotations.NullMarked;
