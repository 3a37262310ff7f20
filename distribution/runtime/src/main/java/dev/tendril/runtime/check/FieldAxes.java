package dev.tendril.runtime.check;

import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.StepsSpec;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import java.util.List;
import java.util.Map;

/**
 * Checks the fields along which others stand.
 *
 * @param reading hears what is wrong
 * @param fields the section
 */
record FieldAxes(Reading reading, Mapping fields) {
    private static final String ALONG = "along";

    /** Drops the fields that stand along nothing with a time axis of its own. */
    void check(Map<String, FieldSpec> read) {
        List.copyOf(read.entrySet()).forEach(field -> field.getValue()
                .steps()
                .flatMap(StepsSpec::along)
                .filter(along -> !fits(field.getKey(), along, read))
                .ifPresent(misfit -> read.remove(field.getKey())));
    }

    private boolean fits(String name, String along, Map<String, FieldSpec> read) {
        if (fields.get(along).isEmpty()) {
            List<String> others =
                    fields.keys().stream().filter(key -> !key.equals(name)).toList();
            reading.problems()
                    .error(Code.UNKNOWN_NAME, "field '" + name + "' stands along '" + along + "', which is no field")
                    .at(fields.place(name, ALONG))
                    .label(Similar.question(along, others))
                    .report();
            return false;
        }
        if (along.equals(name)) {
            return refused(name, along, "it is its own");
        }
        FieldSpec other = read.get(along);
        if (other == null) {
            return false; // what is wrong with it is reported
        }
        if (other.steps().isEmpty()) {
            return refused(name, along, "that one has no time axis");
        }
        boolean chained = other.steps().flatMap(StepsSpec::along).isPresent();
        return !chained || refused(name, along, "name the field that owns the axis");
    }

    private boolean refused(String name, String along, String why) {
        reading.problems()
                .error(Code.KIND_MISMATCH, "field '" + name + "' cannot stand along '" + along + "'")
                .at(fields.place(name, ALONG))
                .label(why)
                .report();
        return false;
    }
}
