/** What is computed: workloads and their sizes. Depends on nothing. */
@NullMarked
package dev.tendril.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
