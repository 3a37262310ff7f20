/**
 * YAML as values that know where they stand: composing with strict rules, scalars by the declared type, overrides, variables, and
 * writing.
 *
 * <p>The only package that sees SnakeYAML; nothing of it leaves. May depend on {@code dev.tendril.api} and
 * {@code dev.tendril.runtime.diagnostic}.
 */
@NullMarked
package dev.tendril.runtime.yaml;

import org.jspecify.annotations.NullMarked;
