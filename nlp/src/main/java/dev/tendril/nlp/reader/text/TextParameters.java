package dev.tendril.nlp.reader.text;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.nlp.reader.FileNames;
import java.util.List;

/**
 * Which texts are read, and how they are cut.
 *
 * @param files in order
 * @param parts examples of each file
 * @param from where the share of each file starts
 * @param to where it ends
 */
public record TextParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files,

        @Param("How many consecutive parts each file is cut into, as equally long as possible; each is an example.")
        @Default("1")
        @Range(min = 1)
        int parts,

        @Param("Where the share of each file that is read starts, as a fraction of its characters.")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double from,

        @Param("Where the share of each file that is read ends, as a fraction of its characters; two shares whose ends"
                + " meet divide a text.")
        @Default("1.0")
        @Range(min = 0, max = 1)
        double to) {
    public TextParameters {
        files = FileNames.checked(files);
        if (from >= to) {
            throw new InvalidParameter(
                    "from", "the share starts at " + from + " and ends at " + to + "; start it before it ends");
        }
    }
}
