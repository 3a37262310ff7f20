/** Tests of the contracts themselves. */
@NullMarked
package dev.tendril.testkit;

import org.jspecify.annotations.NullMarked;
