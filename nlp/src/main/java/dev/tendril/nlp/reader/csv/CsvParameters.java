package dev.tendril.nlp.reader.csv;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.nlp.reader.FileNames;
import java.util.List;

/**
 * Which tables are read.
 *
 * @param files in order
 * @param header whether each file's first row names the columns
 * @param separator stands between cells
 */
public record CsvParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files,

        @Param("Whether the first row of each file names its columns.") @Default("true")
        boolean header,

        @Param("What stands between the cells of a row.") @Default("','")
        String separator) {
    public CsvParameters {
        files = FileNames.checked(files);
        if (separator.isEmpty() || separator.matches("(?s).*[\"\r\n].*")) {
            throw new InvalidParameter(
                    "separator",
                    "it stands between cells of a line, so it is neither empty nor has a quote or a line end in it; write"
                            + " the character between two cells, such as ';'");
        }
    }
}
