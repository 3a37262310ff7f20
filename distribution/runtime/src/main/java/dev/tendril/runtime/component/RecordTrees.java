package dev.tendril.runtime.component;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import dev.tendril.runtime.yaml.YamlWriter.Verbatim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records as plain trees of {@link Map}, {@link List}, {@link String}, {@link Long}, {@link Double} and {@link Boolean}, and back, by
 * the schemas that binding uses: the stored form of fitted state, and the resolved form of a model file. What is empty is left out.
 */
public final class RecordTrees {
    private final ComponentRegistry registry;

    /** Trees whose components are those of a registry. */
    public RecordTrees(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** The tree of a record. */
    public Map<String, Object> write(Record record) {
        return write(record, Map.of(), "");
    }

    /**
     * The tree of a record in which some values are written as the variables they came from.
     *
     * @param placeholders text by path
     * @param path of the record
     */
    public Map<String, Object> write(Record record, Map<String, String> placeholders, String path) {
        RecordSchema schema = registry.schemas().of(record.getClass());
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordSchema.Parameter parameter : schema.parameters()) {
            Object value = schema.read(record, parameter);
            String place = Binder.join(path, parameter.key());
            tree(parameter.type(), value, placeholders, place).ifPresent(each -> tree.put(parameter.key(), each));
        }
        return tree;
    }

    /**
     * The tree of a component: its name alone if it has no parameters to write.
     *
     * @param kind its kind
     * @param placeholders text by path
     * @param path of the component
     */
    public Object write(Kind kind, ComponentRef<?> reference, Map<String, String> placeholders, String path) {
        if (reference.share().isPresent()) {
            return new LinkedHashMap<>(Map.of(Binder.SHARE, reference.share().get()));
        }
        String variable = placeholders.get(Binder.join(path, Binder.TYPE));
        Object name = variable == null ? registry.get(kind, reference.id()).writtenName() : new Verbatim(variable);
        Map<String, Object> parameters = write(reference.parameters(), placeholders, path);
        if (parameters.isEmpty()) {
            return name;
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(Binder.TYPE, name);
        tree.putAll(parameters);
        return tree;
    }

    private Optional<Object> tree(ValueType type, Object value, Map<String, String> placeholders, String path) {
        if (type instanceof ValueType.Maybe maybe) {
            return ((Optional<?>) value).flatMap(inner -> tree(maybe.element(), inner, placeholders, path));
        }
        if (placeholders.containsKey(path) && !(type instanceof ValueType.Component)) {
            return Optional.of(new Verbatim(placeholders.get(path)));
        }
        if (type instanceof ValueType.Items items) {
            List<Object> list = new ArrayList<>();
            for (Object element : (List<?>) value) {
                tree(items.element(), element, placeholders, path + "[" + list.size() + "]")
                        .ifPresent(list::add);
            }
            return Optional.of(list);
        }
        if (type instanceof ValueType.Component component) {
            return Optional.of(write(component.kind(), (ComponentRef<?>) value, placeholders, path));
        }
        if (value instanceof Record record) {
            return Optional.of(write(record, placeholders, path));
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(ValueType.Choice.word(constant));
        }
        return Optional.of(value instanceof Integer number ? (Object) number.longValue() : value);
    }

    /**
     * The record of a tree.
     *
     * @throws TendrilException if the tree does not fit the record; says where
     */
    public <R extends Record> R read(Class<R> type, Map<String, ?> tree) {
        Problems problems = new Problems();
        Binder binder = new Binder(registry, problems, new Sources(), name -> Optional.empty());
        Mapping mapping = (Mapping) yaml(tree, "");
        Optional<R> record = binder.record(type, mapping, Subject.section(type.getSimpleName()), Set.of(), "");
        return record.orElseThrow(() -> new TendrilException("this is no stored " + type.getSimpleName() + ": "
                + problems.errors().stream().map(RecordTrees::line).collect(Collectors.joining("; "))));
    }

    private static String line(Diagnostic problem) {
        String path = problem.location().map(Location::path).orElse("");
        return problem.message() + (path.isEmpty() ? "" : " (" + path + ")");
    }

    private static YamlValue yaml(Object tree, String path) {
        Location place = new Location("", 1, 1, 1, path, "");
        if (tree instanceof Map<?, ?> map) {
            List<Entry> entries = new ArrayList<>();
            map.forEach((key, value) -> entries.add(new Entry(
                    new Scalar(String.valueOf(key), false, place, Optional.empty()),
                    yaml(value, Binder.join(path, String.valueOf(key))))));
            return Mapping.of(entries, place, false);
        }
        if (tree instanceof List<?> list) {
            return Items.of(list.stream().map(each -> yaml(each, path)).toList(), place);
        }
        return new Scalar(scalarText(tree), !(tree instanceof String), place, Optional.empty());
    }

    private static String scalarText(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.isNaN() ? ".nan" : number > 0 ? ".inf" : "-.inf";
        }
        return String.valueOf(value);
    }
}
