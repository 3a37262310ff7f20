package dev.tendril.runtime.yaml;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;

/** Puts a value at another place, so that its problems are shown there. */
final class Relocation {
    private Relocation() {}

    static YamlValue to(Location place, YamlValue value) {
        if (value instanceof Scalar scalar) {
            return new Scalar(scalar.text(), scalar.plain(), place, scalar.placeholder());
        }
        if (value instanceof Items items) {
            return Items.of(items.values().stream().map(each -> to(place, each)).toList(), place);
        }
        Mapping mapping = (Mapping) value;
        return Mapping.of(
                mapping.entries().stream()
                        .map(entry -> new Entry((Scalar) to(place, entry.key()), to(place, entry.value())))
                        .toList(),
                place,
                mapping.partial());
    }
}
