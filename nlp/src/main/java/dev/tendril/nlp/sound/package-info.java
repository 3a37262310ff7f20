/**
 * Recordings as sequences of numbers: files in WAVE, their samples, spectra, mel bands and cepstra.
 *
 * <p>May depend on the API and on reading of tables ({@code dev.tendril.nlp.reader}).
 */
@NullMarked
package dev.tendril.nlp.sound;

import org.jspecify.annotations.NullMarked;
