/**
 * The plugin {@code attention-zoo}: compatibilities, distributions and multiplicities of attention (Galassi et al. 2021) beyond those of
 * the core.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.plugin.attention;

import org.jspecify.annotations.NullMarked;
