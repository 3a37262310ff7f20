@NullMarked
package dev.tendril.benchmarks.tendril;

import org.jspecify.annotations.NullMarked;
