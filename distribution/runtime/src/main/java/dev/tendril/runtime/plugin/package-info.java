/**
 * Finding plugins, keeping them apart, and the plugin {@code core}.
 *
 * <p>Here belongs what turns a class path and folders of jars into checked plugins; this is the only package that makes class
 * loaders. It registers nothing: what it finds goes to {@code dev.tendril.runtime.component}. May depend on that package,
 * on {@code dev.tendril.runtime.diagnostic}, and on the component lists of {@code tendril-layers}, {@code tendril-training} and
 * {@code tendril-nlp}.
 */
@NullMarked
package dev.tendril.runtime.plugin;

import org.jspecify.annotations.NullMarked;
