package dev.tendril.runtime.check;

import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.SplitSpec;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.Map;

/**
 * The section {@code data} as far as it could be read.
 *
 * @param mapping the section
 * @param splits those that are whole
 * @param fields those that are whole
 * @param names key of every field, whole or not
 * @param whole whether nothing was wrong
 */
record DataDraft(
        Mapping mapping,
        Map<String, SplitSpec> splits,
        Map<String, FieldSpec> fields,
        Map<String, Scalar> names,
        boolean whole) {}
