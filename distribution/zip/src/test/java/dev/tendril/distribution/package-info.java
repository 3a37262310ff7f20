/** Tests of the packaged distribution: its folder, its zip and its launcher. They run after packaging. */
@NullMarked
package dev.tendril.distribution;

import org.jspecify.annotations.NullMarked;
