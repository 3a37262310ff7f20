package dev.tendril.runtime.check;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.runtime.yaml.Variables;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The scalars at the top of a model file.
 *
 * @param format version of the file format
 * @param name of the model
 * @param seed of all random numbers
 */
record TopLevel(
        @Param("Version of the file format.") int format,
        @Param("Name of the model; it becomes a folder.") String name,
        @Param("Seed of all random numbers.") @Default("0") long seed) {
    static final String DATA = "data";
    static final String MODEL = "model";
    static final String TRAINING = "training";
    static final String DECODING = "decoding";
    static final String EVALUATION = "evaluation";

    /** The sections beside the scalars. */
    static final List<Key> SECTIONS = List.of(
            new Key(DATA, true, "Where examples come from, and what of them the graph sees."),
            new Key(MODEL, true, "The graph: a node by each name, with what it is connected to under from."),
            new Key(TRAINING, true, "How the model is trained."),
            new Key(DECODING, false, "How sequences are searched for; by default what is usual for the model's heads."),
            new Key(EVALUATION, false, "How the model is judged."));

    /** The variables of the file. */
    static final Key VARS = new Key(Variables.KEY, false, "Values by name, for ${vars.NAME} elsewhere in the file.");

    /** What a model may be called. */
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    TopLevel {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidParameter(
                    "name",
                    "it becomes a folder; use a-z, 0-9, '_' and '-', at most 64 of them, first a letter or digit");
        }
    }
}
