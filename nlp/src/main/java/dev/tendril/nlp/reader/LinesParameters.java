package dev.tendril.nlp.reader;

import dev.tendril.api.spi.Param;
import java.util.List;

/**
 * Which files are read.
 *
 * @param files in order
 */
public record LinesParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files) {
    public LinesParameters {
        files = FileNames.checked(files);
    }
}
