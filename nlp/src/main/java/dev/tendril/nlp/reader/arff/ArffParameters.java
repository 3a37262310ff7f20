package dev.tendril.nlp.reader.arff;

import dev.tendril.api.spi.Param;
import dev.tendril.nlp.reader.FileNames;
import java.util.List;

/**
 * Which data sets are read.
 *
 * @param files in order
 */
public record ArffParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files) {
    public ArffParameters {
        files = FileNames.checked(files);
    }
}
