@NullMarked
package dev.tendril.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
