/**
 * Random numbers as a pure function of key and counter. May depend on {@code dev.tendril.api.tensor} and, in
 * {@link dev.tendril.tensor.random.PhiloxVectors} alone, on {@code kernel} and
 * {@code jdk.incubator.vector}.
 */
@NullMarked
package dev.tendril.tensor.random;

import org.jspecify.annotations.NullMarked;
