/** Somebody else's cells and optimiser. */
@NullMarked
package acme;

import org.jspecify.annotations.NullMarked;
