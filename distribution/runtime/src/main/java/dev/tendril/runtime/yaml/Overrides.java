package dev.tendril.runtime.yaml;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Sets values by path, {@code training.epochs} → {@code 3}, as if they stood in the file. A path may name what is written and what
 * has its default; whether its keys exist is checked with the rest of the file.
 */
public final class Overrides {
    /** The name of an override's text in messages. */
    public static final String SOURCE = "--set";

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]+");

    /** Mappings whose keys the file chooses; an override goes into one that exists. */
    private static final Set<String> NAMED_BY_THE_FILE = Set.of("model", "data.fields", Variables.KEY);

    private final YamlReader reader;
    private final Problems problems;

    /** Overrides whose problems go to a collector. */
    public Overrides(YamlReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /**
     * One path being followed.
     *
     * @param segments keys and indices
     * @param text as the user wrote it, {@code path=value}
     * @param value what is set
     */
    private record Path(List<String> segments, String text, YamlValue value) {
        String upTo(int segment) {
            return String.join(".", segments.subList(0, segment));
        }

        Location location(int segment) {
            int column = segment == 0 ? 1 : upTo(segment).length() + 2;
            return new Location(SOURCE, 1, column, segments.get(segment).length(), upTo(segment), text);
        }

        Scalar key(int segment) {
            return new Scalar(segments.get(segment), true, location(segment), Optional.empty());
        }

        boolean last(int segment) {
            return segment == segments.size() - 1;
        }
    }

    /** The file with values set. */
    public Mapping apply(Mapping root, Map<String, String> overrides) {
        Mapping changed = root;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            Optional<Path> path = path(override.getKey(), override.getValue());
            if (path.isPresent()) {
                changed = (Mapping) set(changed, path.get(), 0);
            }
        }
        return changed;
    }

    /** The texts that overrides give. */
    public static void texts(YamlValue value, Consumer<String> seen) {
        if (value instanceof Scalar scalar) {
            if (scalar.location().file().equals(SOURCE)) {
                seen.accept(scalar.text());
            }
        } else if (value instanceof Items items) {
            items.values().forEach(each -> texts(each, seen));
        } else if (value instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> texts(entry.value(), seen));
        }
    }

    private Optional<Path> path(String written, String value) {
        String text = written + "=" + value;
        List<String> segments =
                List.of(written.replaceAll("\\[([0-9]+)]", ".$1").split("\\.", -1));
        if (!segments.stream().allMatch(segment -> SEGMENT.matcher(segment).matches())) {
            problems.error(Code.UNKNOWN_PATH, "'" + written + "' is not a path")
                    .at(new Location(SOURCE, 1, 1, Math.max(1, written.length()), "", text))
                    .label("write keys with dots between them, such as training.epochs")
                    .report();
            return Optional.empty();
        }
        Location place = new Location(SOURCE, 1, written.length() + 2, Math.max(1, value.length()), written, text);
        YamlValue empty = new Scalar("", true, place, Optional.empty());
        YamlValue parsed =
                value.isEmpty() ? empty : reader.valueAt(place, value).orElse(empty);
        return Optional.of(new Path(segments, text, parsed));
    }

    private YamlValue set(YamlValue current, Path path, int segment) {
        if (current instanceof Items items) {
            return setItem(items, path, segment);
        }
        if (current instanceof Mapping mapping) {
            return setMember(mapping, path, segment);
        }
        Scalar type = (Scalar) current;
        Scalar key = new Scalar("type", true, type.location(), Optional.empty());
        List<Entry> entries = type.isNull() ? List.of() : List.of(new Entry(key, type));
        return setMember(Mapping.of(entries, type.location(), type.isNull()), path, segment);
    }

    private YamlValue setMember(Mapping mapping, Path path, int segment) {
        String name = path.segments().get(segment);
        Optional<Entry> existing = mapping.entry(name);
        if (existing.isEmpty() && !path.last(segment) && NAMED_BY_THE_FILE.contains(path.upTo(segment))) {
            unknown(path, segment, mapping.keys());
            return mapping;
        }
        Scalar key = existing.map(Entry::key).orElse(path.key(segment));
        YamlValue before = existing.map(Entry::value).orElse(Mapping.of(List.of(), path.location(segment), true));
        YamlValue value = path.last(segment) ? path.value() : set(before, path, segment + 1);
        List<Entry> entries = new ArrayList<>(mapping.entries());
        if (existing.isPresent()) {
            entries.set(entries.indexOf(existing.get()), new Entry(key, value));
        } else {
            entries.add(new Entry(key, value));
        }
        return Mapping.of(entries, mapping.location(), mapping.partial());
    }

    private YamlValue setItem(Items items, Path path, int segment) {
        String name = path.segments().get(segment);
        int index = name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : -1;
        if (index < 0 || index >= items.values().size()) {
            List<String> known = new ArrayList<>();
            for (int i = 0; i < items.values().size(); i++) {
                known.add(Integer.toString(i));
            }
            unknown(path, segment, known);
            return items;
        }
        List<YamlValue> values = new ArrayList<>(items.values());
        values.set(index, path.last(segment) ? path.value() : set(values.get(index), path, segment + 1));
        return Items.of(values, items.location());
    }

    private void unknown(Path path, int segment, List<String> known) {
        problems.error(Code.UNKNOWN_PATH, "there is no '" + path.upTo(segment + 1) + "' to set")
                .at(path.location(segment))
                .label(Similar.question(path.segments().get(segment), known))
                .note("known: " + String.join(", ", known))
                .report();
    }
}
