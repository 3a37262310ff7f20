/**
 * From YAML to a trained model and its predictions: the runtime as an embedding program sees it.
 *
 * <p>This package is the public face: {@link dev.tendril.runtime.Tendril} and what it takes and gives. The packages below it are public
 * for one another and for Tendril's command line, and may change at any time. May depend on every module below it, Guice, Guava,
 * SnakeYAML, Jackson and SLF4J.
 */
@NullMarked
package dev.tendril.runtime;

import org.jspecify.annotations.NullMarked;
