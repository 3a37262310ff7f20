@NullMarked
package dev.tendril.benchmarks.child;

import org.jspecify.annotations.NullMarked;
