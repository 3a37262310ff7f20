/**
 * The command line.
 *
 * <p>May depend on the runtime, picocli and the progress bar; the only place that prints or exits.
 */
@NullMarked
package dev.tendril.cli;

import org.jspecify.annotations.NullMarked;
