/** Tests of checking model files, golden texts among them. */
@NullMarked
package dev.tendril.runtime.check;

import org.jspecify.annotations.NullMarked;
