/**
 * The model archive {@code model.tendril}: a fixed list of stored entries, read by one strict reader and never extracted. Nothing in
 * it can run code.
 *
 * <p>Belongs here: the container, the manifest, bounded JSON, and writing a file so that no half-written archive is left. May depend
 * on {@code dev.tendril.api} and Jackson; knows nothing of graphs or components.
 */
@NullMarked
package dev.tendril.runtime.archive;

import org.jspecify.annotations.NullMarked;
