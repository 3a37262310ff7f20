package dev.tendril.runtime.fit;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.nlp.batching.Source;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.NumbersSpec;
import java.util.Optional;

/** Where the values of fields stand in an example. */
public final class FieldSources {
    private FieldSources() {}

    /**
     * The value of a field that exists.
     *
     * @throws dev.tendril.api.DataException if the example has none
     */
    public static Raw value(DataSpec data, String field, Example example) {
        FieldSpec found = data.fields().get(field);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no field '" + field + "' among " + data.fields().keySet());
        }
        return of(found).value(example);
    }

    static Source of(FieldSpec field) {
        if (field instanceof FieldSpec.Vectors vectors) {
            NumbersSpec numbers = vectors.numbers();
            return new Source(numbers.keys(), numbers.naive(), numbers.scale());
        }
        return new Source(field.keys(), Optional.empty(), Optional.empty());
    }
}
