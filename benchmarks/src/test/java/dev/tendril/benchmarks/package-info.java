@NullMarked
package dev.tendril.benchmarks;

import org.jspecify.annotations.NullMarked;
