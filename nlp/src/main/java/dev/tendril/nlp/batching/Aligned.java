package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import java.util.Map;

/** Fields that share a time axis have as many steps in every example. */
public final class Aligned {
    private Aligned() {}

    /**
     * Demands it of one example.
     *
     * @param field whose axis is that of another
     * @param along the other
     * @param rows of the example, by field; a field that is not there is not checked
     * @param where the example stands
     * @throws DataException if it has another number of steps
     */
    public static void check(String field, String along, Map<String, Row> rows, String where) {
        Row own = rows.get(field);
        Row other = rows.get(along);
        if (own != null && other != null && own.steps() != other.steps()) {
            throw new DataException(
                    where,
                    "field '" + field + "' has " + steps(own) + " and field '" + along
                            + "', along which it stands, has " + steps(other) + "; both need one for every step");
        }
    }

    private static String steps(Row row) {
        return row.steps() == 1 ? "1 step" : row.steps() + " steps";
    }
}
