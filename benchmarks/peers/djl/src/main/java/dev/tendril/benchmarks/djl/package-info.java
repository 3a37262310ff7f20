/** The workloads computed by libtorch through the Deep Java Library. */
@NullMarked
package dev.tendril.benchmarks.djl;

import org.jspecify.annotations.NullMarked;
