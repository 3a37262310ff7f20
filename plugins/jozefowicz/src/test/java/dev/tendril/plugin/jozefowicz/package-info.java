/** The cells against their equations in plain loops, and in the company of the built-in wrappers. */
@NullMarked
package dev.tendril.plugin.jozefowicz;

import org.jspecify.annotations.NullMarked;
