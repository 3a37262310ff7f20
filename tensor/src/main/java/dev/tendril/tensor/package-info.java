/**
 * The engine: arrays, autograd, kernels, unrolling, linear algebra, random numbers, safetensors.
 *
 * <p>May depend on the API, EJML (which stays private to this module) and SLF4J.
 */
@NullMarked
package dev.tendril.tensor;

import org.jspecify.annotations.NullMarked;
