/**
 * The types of a model's graph: what an edge carries, with sizes that may still be symbols, and the ports of a node.
 *
 * <p>May depend on {@code dev.tendril.api}.
 */
@NullMarked
package dev.tendril.api.graph;

import org.jspecify.annotations.NullMarked;
