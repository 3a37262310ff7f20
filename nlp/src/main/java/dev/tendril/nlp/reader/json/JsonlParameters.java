package dev.tendril.nlp.reader.json;

import dev.tendril.api.spi.Param;
import dev.tendril.nlp.reader.FileNames;
import java.util.List;

/**
 * Which files of JSON lines are read.
 *
 * @param files in order
 */
public record JsonlParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files) {
    public JsonlParameters {
        files = FileNames.checked(files);
    }
}
