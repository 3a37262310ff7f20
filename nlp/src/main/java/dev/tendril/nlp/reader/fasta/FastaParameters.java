package dev.tendril.nlp.reader.fasta;

import dev.tendril.api.spi.Param;
import dev.tendril.nlp.reader.FileNames;
import java.util.List;

/**
 * Which sequences are read.
 *
 * @param files in order
 */
public record FastaParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files) {
    public FastaParameters {
        files = FileNames.checked(files);
    }
}
