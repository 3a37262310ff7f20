package dev.tendril.nlp.reader.json;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Param;
import dev.tendril.nlp.reader.FileNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which JSON documents are read.
 *
 * @param files in order
 * @param at where the examples stand in each document
 */
public record JsonParameters(
        @Param("The files, read one after the other; paths start at the folder of the YAML file.")
        List<String> files,

        @Param("The array of examples in each document: its keys from the outside in, with points between them, such"
                + " as train; the document itself if not given.")
        Optional<String> at) {
    public JsonParameters {
        files = FileNames.checked(files);
        if (at.isPresent() && keys(at.get()).contains("")) {
            throw new InvalidParameter(
                    "at",
                    "'" + at.get() + "' has an empty key; write keys with points between them, such as data.train");
        }
    }

    /** The keys on the way to the examples. */
    List<String> path() {
        return at.map(JsonParameters::keys).orElse(List.of());
    }

    private static List<String> keys(String path) {
        return Arrays.asList(path.split("\\.", -1));
    }
}
