/**
 * The contracts of Tendril and the values that cross them: what a plugin is compiled against and what an embedding program sees.
 *
 * <p>This package holds what every other one needs: diagnostics, cancellation, the markers that say who implements an
 * interface. Nothing here, or below, depends on anything but the JDK and the JSpecify annotations.
 */
@NullMarked
package dev.tendril.api;

import org.jspecify.annotations.NullMarked;
