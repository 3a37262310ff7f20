/**
 * The training loop and its plan, and the list of this module's components; the components themselves stand in subpackages, one a
 * kind.
 *
 * <p>May depend on the API, SLF4J and the subpackages, none of which depends on this package.
 */
@NullMarked
package dev.tendril.training;

import org.jspecify.annotations.NullMarked;
