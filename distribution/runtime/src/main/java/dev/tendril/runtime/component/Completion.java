package dev.tendril.runtime.component;

import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes what an override sets by what stands there by default. */
final class Completion {
    private Completion() {}

    static Mapping of(Mapping set, YamlValue standard) {
        List<Entry> entries = new ArrayList<>(set.entries());
        if (standard instanceof Scalar name) {
            entries.add(new Entry(new Scalar(Binder.TYPE, true, set.location(), Optional.empty()), name));
        } else if (standard instanceof Mapping mapping) {
            mapping.entries().stream()
                    .filter(entry -> set.get(entry.key().text()).isEmpty())
                    .forEach(entries::add);
        }
        return Mapping.of(entries, set.location(), false);
    }
}
