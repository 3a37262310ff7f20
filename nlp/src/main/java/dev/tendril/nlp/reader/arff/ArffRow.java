package dev.tendril.nlp.reader.arff;

import dev.tendril.api.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of data, divided by commas.
 *
 * @param line without blanks around it
 * @param where its place
 */
record ArffRow(String line, String where) {
    private static final String MISSING = "?";

    /**
     * Its values; what is missing is empty.
     *
     * @throws DataException if it is sparse or has a weight, or its quotes do not fit
     */
    List<Optional<String>> values() {
        if (line.startsWith("{")) {
            throw new DataException(
                    where, "the row is sparse; write every value of it, as Weka's filter SparseToNonSparse does");
        }
        List<Optional<String>> values = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            ArffToken token = ArffToken.value(line, at, where);
            if (!token.quoted() && token.text().startsWith("{")) {
                throw new DataException(
                        where, "the row has a weight, " + token.text() + "; all examples count the same, so remove it");
            }
            boolean missing = !token.quoted() && token.text().equals(MISSING);
            values.add(missing ? Optional.empty() : Optional.of(token.text()));
            at = token.end() + 1;
        }
        return values;
    }
}
