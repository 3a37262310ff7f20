/** Tests of the registry and of records. */
@NullMarked
package dev.tendril.runtime.component;

import org.jspecify.annotations.NullMarked;
