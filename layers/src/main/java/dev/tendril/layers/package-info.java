/**
 * Cells, attention, embeddings, normalisation, encoders, decoders and heads.
 *
 * <p>This package lists the components; they stand in subpackages, one a kind. May depend on the API and the subpackages, none of which
 * depends on this package.
 */
@NullMarked
package dev.tendril.layers;

import org.jspecify.annotations.NullMarked;
