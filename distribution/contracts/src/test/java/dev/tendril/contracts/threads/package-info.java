/**
 * What any number of threads must give alike.
 *
 * <p>May depend on everything; nothing depends on it.
 */
@NullMarked
package dev.tendril.contracts.threads;

import org.jspecify.annotations.NullMarked;
