/**
 * From a checked model to a graph that computes: the contexts components are made in, the injector of a model, and the order of
 * execution.
 *
 * <p>The only package besides the root that knows Guice; no Guice type or exception leaves it, the keys of nodes apart. May depend on
 * {@code dev.tendril.api}, {@code dev.tendril.runtime.component}, {@code .spec}, {@code .check}, {@code .diagnostic} and
 * {@code .explain}.
 */
@NullMarked
package dev.tendril.runtime.wiring;

import org.jspecify.annotations.NullMarked;
