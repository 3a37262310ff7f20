/**
 * From YAML to a trained model and its predictions: checking, wiring, plugins, archives.
 *
 * <p>May depend on every module below it, Guice, Guava, SnakeYAML, Jackson and SLF4J.
 */
@NullMarked
package dev.tendril.runtime;

import org.jspecify.annotations.NullMarked;
