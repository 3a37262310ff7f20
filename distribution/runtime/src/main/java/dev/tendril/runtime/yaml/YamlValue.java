package dev.tendril.runtime.yaml;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.diagnostic.Shortened;
import java.util.List;
import java.util.Optional;

/** A value of a YAML file and where it stands. What an alias repeats is the same value, at the place of its anchor. */
public sealed interface YamlValue {

    /** What is marked when something is wrong with the value: the value itself, or for a block its key. */
    Location location();

    /** Number of values it holds, itself included, those of aliases counted each time. */
    long weight();

    /** How deep values are nested in it; 1 for a scalar. */
    int depth();

    /** What it is, in a message. */
    default String kind() {
        if (this instanceof Scalar scalar) {
            return scalar.isNull() ? "nothing" : "'" + Shortened.value(scalar.text()) + "'";
        }
        return this instanceof Items ? "a list" : "a mapping";
    }

    /**
     * A scalar: text until the declared type converts it.
     *
     * @param text without quotes
     * @param plain whether it stands without quotes, and so may be converted
     * @param location where it is
     * @param placeholder the variable of the environment it came from, as it is written
     */
    record Scalar(String text, boolean plain, Location location, Optional<String> placeholder) implements YamlValue {
        /** Whether it means nothing at all, by the rules of YAML 1.2. */
        public boolean isNull() {
            return plain && Scalars.isNull(text);
        }

        @Override
        public long weight() {
            return 1;
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    /**
     * A list.
     *
     * @param values in order
     * @param location where it is
     * @param weight number of values
     * @param depth of nesting
     */
    record Items(List<YamlValue> values, Location location, long weight, int depth) implements YamlValue {
        public Items {
            values = List.copyOf(values);
        }

        /** A list of values. */
        public static Items of(List<YamlValue> values, Location location) {
            return new Items(values, location, weightOf(values), depthOf(values));
        }
    }

    /**
     * A mapping.
     *
     * @param entries in order, without repeated keys
     * @param location where it is
     * @param partial whether an override made it, so that it only completes what is there by default
     * @param weight number of values
     * @param depth of nesting
     */
    record Mapping(List<Entry> entries, Location location, boolean partial, long weight, int depth)
            implements YamlValue {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** A mapping of entries. */
        public static Mapping of(List<Entry> entries, Location location, boolean partial) {
            List<YamlValue> values = entries.stream().map(Entry::value).toList();
            return new Mapping(entries, location, partial, weightOf(values), depthOf(values));
        }

        /** The entry of a key. */
        public Optional<Entry> entry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }

        /** The value of a key. */
        public Optional<YamlValue> get(String key) {
            return entry(key).map(Entry::value);
        }

        /** Where the deepest value on a way through nested mappings stands. */
        public Location place(String... keys) {
            YamlValue found = this;
            for (String key : keys) {
                if (!(found instanceof Mapping mapping) || mapping.get(key).isEmpty()) {
                    break;
                }
                found = mapping.get(key).get();
            }
            return found.location();
        }

        /** The keys in order. */
        public List<String> keys() {
            return entries.stream().map(entry -> entry.key().text()).toList();
        }
    }

    /**
     * One key and its value.
     *
     * @param key always a scalar; its location carries the path of the mapping it stands in
     * @param value what it has
     */
    record Entry(Scalar key, YamlValue value) {}

    private static long weightOf(List<YamlValue> values) {
        long weight = 1;
        for (YamlValue value : values) {
            weight = Math.min(Long.MAX_VALUE / 2, weight + value.weight());
        }
        return weight;
    }

    private static int depthOf(List<YamlValue> values) {
        return 1 + values.stream().mapToInt(YamlValue::depth).max().orElse(0);
    }
}
