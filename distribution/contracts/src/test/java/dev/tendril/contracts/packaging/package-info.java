/** Tests of what is published: artifacts, versions, names. */
@NullMarked
package dev.tendril.contracts.packaging;

import org.jspecify.annotations.NullMarked;
