/**
 * Cells, attention, embeddings, normalisation, encoders, decoders and heads.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.layers;

import org.jspecify.annotations.NullMarked;
