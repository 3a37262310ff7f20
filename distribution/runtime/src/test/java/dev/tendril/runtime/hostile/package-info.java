/** Model files written to do harm, checked in a process of little memory. */
@NullMarked
package dev.tendril.runtime.hostile;

import org.jspecify.annotations.NullMarked;
