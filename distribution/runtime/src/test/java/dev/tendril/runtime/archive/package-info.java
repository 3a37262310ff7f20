/** Tests of the archive: what it holds comes back, and nothing else is read. */
@NullMarked
package dev.tendril.runtime.archive;

import org.jspecify.annotations.NullMarked;
