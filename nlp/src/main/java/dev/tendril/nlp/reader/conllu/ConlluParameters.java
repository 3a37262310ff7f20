package dev.tendril.nlp.reader.conllu;

import dev.tendril.api.spi.Param;
import dev.tendril.nlp.reader.FileNames;
import java.util.List;

/**
 * Which treebanks are read.
 *
 * @param files in order
 */
public record ConlluParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files) {
    public ConlluParameters {
        files = FileNames.checked(files);
    }
}
