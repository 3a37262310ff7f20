/** Optimisers, schedules and clipping against their equations in plain loops, and over a run that stops and goes on. */
@NullMarked
package dev.tendril.plugin.optimizers;

import org.jspecify.annotations.NullMarked;
