package dev.tendril.nlp.reader;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import java.util.List;

/**
 * Which tables are read.
 *
 * @param files in order
 * @param header whether each file's first line names the columns
 */
public record TsvParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files,

        @Param("Whether the first line of each file names its columns.") @Default("false")
        boolean header) {
    public TsvParameters {
        files = FileNames.checked(files);
    }
}
