package dev.tendril.nlp.reader.arff;

import dev.tendril.api.DataException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes that the files of one stream have in common. */
final class CommonAttributes {
    private @Nullable List<String> names;
    private String firstWhere = "";

    /**
     * Remembers the first file's attributes and compares those of every other.
     *
     * @throws DataException if they differ
     */
    void check(List<String> declared, String where) {
        if (names == null) {
            names = declared;
            firstWhere = where;
        }
        if (!declared.equals(names)) {
            throw new DataException(
                    where,
                    "the attributes " + declared + " differ from " + names + " above " + firstWhere
                            + "; read files of different attributes by readers of their own");
        }
    }
}
