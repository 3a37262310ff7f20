package dev.tendril.nlp.reader;

import dev.tendril.api.spi.Param;

/**
 * Which pair of files is read.
 *
 * @param source first file
 * @param target second file
 */
public record ParallelParameters(
        @Param("The file whose lines stand under the key 'source'; its path starts at the folder of the YAML file.")
        String source,

        @Param("The file whose lines stand under the key 'target', as many as the source's and in the same order.")
        String target) {}
