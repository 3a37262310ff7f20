package dev.tendril.runtime.model;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Value;
import dev.tendril.api.model.Input;
import dev.tendril.api.tensor.Engine;
import dev.tendril.nlp.batching.Aligned;
import dev.tendril.nlp.batching.FieldCodec;
import dev.tendril.nlp.batching.Row;
import dev.tendril.runtime.fit.FittedFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns inputs into values.
 *
 * @param fields all fields of the model
 * @param needed fields that predicting needs
 * @param engine makes the tensors of numbers
 */
record InputEncoder(FittedFields fields, List<String> needed, Engine engine) {
    InputEncoder {
        needed = List.copyOf(needed);
    }

    /**
     * The values of some inputs.
     *
     * @param first number of the first of them among the caller's, for messages
     * @throws TendrilException naming input and field if one does not fit
     */
    Map<String, Value> encode(List<Input> inputs, int first) {
        for (int i = 0; i < inputs.size(); i++) {
            requireKnown(inputs.get(i), first + i);
        }
        List<Map<String, Row>> rows = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            rows.add(rows(inputs.get(i), first + i));
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (String field : needed) {
            List<Row> column = rows.stream().map(row -> row.get(field)).toList();
            values.put(field, fields.get(field).codec().collate(column, engine));
        }
        return values;
    }

    private Map<String, Row> rows(Input input, int number) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String field : needed) {
            FieldCodec codec = fields.get(field).codec();
            rows.put(field, codec.encode(raw(input, field, number), where(number) + ", field '" + field + "'"));
        }
        for (String field : needed) {
            fields.get(field).place().along().ifPresent(other -> Aligned.check(field, other, rows, where(number)));
        }
        return rows;
    }

    private void requireKnown(Input input, int number) {
        for (String field : input.fields().keySet()) {
            if (!fields.fields().containsKey(field)) {
                throw new TendrilException(
                        where(number) + ": the model has no field '" + field + "', it wants " + needed);
            }
        }
    }

    private Raw raw(Input input, String field, int number) {
        Raw raw = input.fields().get(field);
        if (raw == null) {
            throw new TendrilException(
                    where(number) + ": the field '" + field + "' is missing; the model wants " + needed);
        }
        return raw;
    }

    private static String where(int number) {
        return "input " + (number + 1);
    }
}
