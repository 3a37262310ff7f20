/** Tests of reading and writing YAML. */
@NullMarked
package dev.tendril.runtime.yaml;

import org.jspecify.annotations.NullMarked;
