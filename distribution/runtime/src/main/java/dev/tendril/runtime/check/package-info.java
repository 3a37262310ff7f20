/**
 * From a model file to a checked model: reading the sections, checking names, edges, types with symbolic sizes, generating paths
 * and files, all problems at once.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code dev.tendril.runtime.yaml}, {@code .diagnostic}, {@code .component} and
 * {@code .spec}, and on the patterns of {@code dev.tendril.training}.
 */
@NullMarked
package dev.tendril.runtime.check;

import org.jspecify.annotations.NullMarked;
