/** Tests of codes and of printing problems. */
@NullMarked
package dev.tendril.runtime.diagnostic;

import org.jspecify.annotations.NullMarked;
