/**
 * The installed components and their parameter records: looking components up by name, binding YAML to records, writing records
 * back, and describing them.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code dev.tendril.runtime.yaml} and {@code dev.tendril.runtime.diagnostic}.
 */
@NullMarked
package dev.tendril.runtime.component;

import org.jspecify.annotations.NullMarked;
