@NullMarked
package dev.tendril.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
