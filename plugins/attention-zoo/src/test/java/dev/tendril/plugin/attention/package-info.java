/** Tests of the plugin: every equation once more in plain loops, gradients, padding, plans, and training from YAML. */
@NullMarked
package dev.tendril.plugin.attention;

import org.jspecify.annotations.NullMarked;
