/** Micro-benchmarks of the kernels, by JMH. Classes that JMH instantiates are neither final nor package-private. */
@NullMarked
package dev.tendril.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
