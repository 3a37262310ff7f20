package dev.tendril.runtime.yaml;

import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * YAML as the plain tree that other programs see: {@link Map}, {@link List}, {@link String}, {@link Long}, {@link Double},
 * {@link Boolean} and null, scalars by the core schema of YAML 1.2. Tendril itself leaves scalars text until their type is known.
 */
public final class YamlTrees {
    private YamlTrees() {}

    /** The tree of a value. */
    public static @Nullable Object of(YamlValue value) {
        if (value instanceof Scalar scalar) {
            return scalar(scalar);
        }
        if (value instanceof Items items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.values().forEach(each -> list.add(of(each)));
            return list;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        ((Mapping) value).entries().forEach(entry -> map.put(entry.key().text(), of(entry.value())));
        return map;
    }

    private static @Nullable Object scalar(Scalar scalar) {
        if (scalar.isNull()) {
            return null;
        }
        if (!scalar.plain()) {
            return scalar.text();
        }
        Optional<Boolean> truth = Scalars.truth(scalar.text());
        if (truth.isPresent()) {
            return truth.get();
        }
        OptionalLong whole = Scalars.whole(scalar.text());
        if (whole.isPresent()) {
            return whole.getAsLong();
        }
        OptionalDouble number = Scalars.number(scalar.text());
        return number.isPresent() ? (Object) number.getAsDouble() : scalar.text();
    }
}
