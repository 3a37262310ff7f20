/**
 * Tests that need every module at once: module walls, component contracts, the way of the data.
 *
 * <p>May depend on everything; nothing depends on it.
 */
@NullMarked
package dev.tendril.contracts;

import org.jspecify.annotations.NullMarked;
