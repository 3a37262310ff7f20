package dev.tendril.runtime.check;

import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.yaml.Variables.Environment;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The splits of a model that comes from an archive: predicting needs none of them, so those that name a variable which is not set here
 * are left out, and those that take a share of them.
 */
final class ArchivedSplits {
    private ArchivedSplits() {}

    static Mapping readable(Mapping root, Environment environment) {
        List<Entry> entries = root.entries().stream()
                .map(entry -> entry.key().text().equals(TopLevel.DATA) && entry.value() instanceof Mapping data
                        ? new Entry(entry.key(), readableData(data, environment))
                        : entry)
                .toList();
        return Mapping.of(entries, root.location(), root.partial());
    }

    private static Mapping readableData(Mapping data, Environment environment) {
        Set<String> lost = data.entries().stream()
                .filter(entry -> DataReader.SPLITS.contains(entry.key().text()))
                .filter(entry -> !resolves(entry.value(), environment))
                .map(entry -> entry.key().text())
                .collect(Collectors.toSet());
        List<Entry> kept = data.entries().stream()
                .filter(entry -> !lost.contains(entry.key().text()) && !takesFrom(entry.value(), lost))
                .toList();
        return Mapping.of(kept, data.location(), data.partial());
    }

    private static boolean takesFrom(YamlValue split, Set<String> lost) {
        return split instanceof Mapping mapping
                && mapping.get(Binder.TYPE).orElse(null) instanceof Scalar type
                && type.text().equals(Binder.SHARE)
                && mapping.get("of").orElse(null) instanceof Scalar of
                && lost.contains(of.text());
    }

    private static boolean resolves(YamlValue value, Environment environment) {
        if (value instanceof Scalar scalar) {
            return environment.resolves(scalar);
        }
        List<YamlValue> inside = value instanceof Items items
                ? items.values()
                : ((Mapping) value).entries().stream().map(Entry::value).toList();
        return inside.stream().allMatch(each -> resolves(each, environment));
    }
}
