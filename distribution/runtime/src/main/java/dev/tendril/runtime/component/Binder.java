package dev.tendril.runtime.component;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds YAML to records by their schemas. Every problem is reported and binding goes on with the rest; an answer is empty exactly if
 * a problem of that value was reported.
 */
public final class Binder {
    /** The key that names a component. */
    public static final String TYPE = "type";

    /** The key that names a node whose parameters are used. */
    public static final String SHARE = "share";

    private final ComponentRegistry registry;
    private final Problems problems;
    private final Sources sources;
    private final ScalarBinder scalars;
    private final ComponentBinder components;

    /**
     * A binder.
     *
     * @param registry the components that can be named
     * @param problems where problems go
     * @param sources where places are kept
     * @param shares finds nodes
     */
    public Binder(ComponentRegistry registry, Problems problems, Sources sources, Shares shares) {
        this.registry = registry;
        this.problems = problems;
        this.sources = sources;
        this.scalars = new ScalarBinder(problems);
        this.components = new ComponentBinder(this, registry, problems, sources, shares);
    }

    /**
     * What is being bound, for messages.
     *
     * @param parameter the component of the record
     * @param subject what the record belongs to
     * @param path where the value is written back
     */
    record Site(RecordSchema.Parameter parameter, Subject subject, String path) {
        /** {@code parameter 'units' of cell 'gru'}. */
        String words() {
            return subject.noun() + " '" + parameter.key() + "' of " + subject.words();
        }

        Site item(int index) {
            return new Site(parameter, subject, path + "[" + index + "]");
        }
    }

    /** The path of a member. */
    public static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /**
     * Binds a mapping to a record.
     *
     * @param reserved keys that belong to someone else
     * @param path where the mapping is written back
     */
    public <R extends Record> Optional<R> record(
            Class<R> type, Mapping mapping, Subject subject, Set<String> reserved, String path) {
        RecordSchema schema = registry.schemas().of(type);
        refuseUnknown(schema, mapping, subject, reserved);
        Map<String, Object> values = new HashMap<>();
        boolean whole = true;
        for (RecordSchema.Parameter parameter : schema.parameters()) {
            Site site = new Site(parameter, subject, join(path, parameter.key()));
            Optional<Object> value = parameter(site, mapping);
            value.ifPresent(bound -> values.put(parameter.name(), bound));
            whole &= value.isPresent();
        }
        return whole ? make(schema, values, mapping, subject).map(type::cast) : Optional.empty();
    }

    /** Binds a component of one kind. */
    public Optional<BoundComponent> component(Kind kind, YamlValue value, String path) {
        return components.bind(List.of(kind), value, Set.of(), path);
    }

    /** Binds a component of one of several kinds, in a mapping that also holds keys of someone else. */
    public Optional<BoundComponent> component(List<Kind> kinds, YamlValue value, Set<String> reserved, String path) {
        return components.bind(kinds, value, reserved, path);
    }

    private void refuseUnknown(RecordSchema schema, Mapping mapping, Subject subject, Set<String> reserved) {
        List<String> known = new ArrayList<>(schema.keys());
        reserved.stream().sorted().forEach(known::add);
        closed(mapping, known, accepted(schema, reserved), subject);
    }

    /**
     * Reports the keys of a mapping that nothing reads.
     *
     * @param known keys that are read
     * @param accepted the same in words
     */
    public void closed(Mapping mapping, List<String> known, String accepted, Subject subject) {
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                problems.error(Code.UNKNOWN_KEY, "unknown " + subject.noun() + " '" + key + "' for " + subject.words())
                        .at(entry.key().location())
                        .label(Similar.question(key, known))
                        .note("accepted: " + accepted)
                        .notes(subject.notes())
                        .report();
            }
        }
    }

    private static String accepted(RecordSchema schema, Set<String> reserved) {
        List<String> keys = new ArrayList<>(schema.markedKeys());
        reserved.stream().filter(key -> !key.equals(TYPE)).sorted().forEach(keys::add);
        return keys.isEmpty() ? "nothing" : String.join(", ", keys);
    }

    private Optional<Object> parameter(Site site, Mapping mapping) {
        RecordSchema.Parameter parameter = site.parameter();
        Optional<YamlValue> written = mapping.get(parameter.key());
        if (written.isPresent()) {
            return value(parameter.type(), completed(parameter, written.get()), site);
        }
        if (parameter.defaultValue().isPresent()) {
            return defaultOf(parameter, mapping.location()).flatMap(value -> value(parameter.type(), value, site));
        }
        if (parameter.type() instanceof ValueType.Maybe) {
            return Optional.of(Optional.empty());
        }
        if (misspelt(site, mapping)) {
            return Optional.empty();
        }
        problems.error(Code.MISSING_KEY, site.words() + " is not given")
                .at(mapping.location())
                .label("add '" + parameter.key() + "'")
                .note(parameter.key() + ": " + parameter.type().words()
                        + (parameter.doc().isEmpty() ? "" : ". " + parameter.doc()))
                .notes(site.subject().notes())
                .report();
        return Optional.empty();
    }

    /** Whether an unknown key, which is reported, was probably meant to be this parameter. */
    private boolean misspelt(Site site, Mapping mapping) {
        List<String> keys = registry.schemas()
                .of(site.parameter().accessor().getDeclaringClass().asSubclass(Record.class))
                .keys();
        return mapping.keys().stream().filter(key -> !keys.contains(key)).anyMatch(key -> Similar.all(key, keys)
                .contains(site.parameter().key()));
    }

    private Optional<YamlValue> defaultOf(RecordSchema.Parameter parameter, Location place) {
        return parameter.defaultValue().flatMap(text -> new YamlReader(YamlLimits.standard(), problems)
                .valueAt(place, text));
    }

    /** An override that names no component completes the one that stands there by default. */
    private YamlValue completed(RecordSchema.Parameter parameter, YamlValue value) {
        boolean completes = value instanceof Mapping mapping
                && mapping.partial()
                && mapping.get(TYPE).isEmpty()
                && mapping.get(SHARE).isEmpty();
        if (!completes || !(parameter.type() instanceof ValueType.Component)) {
            return value;
        }
        return defaultOf(parameter, value.location())
                .<YamlValue>map(standard -> Completion.of((Mapping) value, standard))
                .orElse(value);
    }

    /** Binds a value to a type. */
    Optional<Object> value(ValueType type, YamlValue value, Site site) {
        if (type instanceof ValueType.Maybe maybe) {
            return value instanceof Scalar scalar && scalar.isNull()
                    ? Optional.of(Optional.empty())
                    : value(maybe.element(), value, site).map(Optional::of);
        }
        if (type instanceof ValueType.Component component) {
            return components
                    .bind(List.of(component.kind()), value, Set.of(), site.path())
                    .map(BoundComponent::reference);
        }
        if (type instanceof ValueType.Items items) {
            return list(items, value, site);
        }
        if (type instanceof ValueType.Nested nested) {
            return nested(nested, value, site);
        }
        if (value instanceof Scalar scalar) {
            scalar.placeholder().ifPresent(text -> sources.placeholder(site.path(), text));
            return scalars.bind(type, scalar, site);
        }
        wrongType(type, value, site, "");
        return Optional.empty();
    }

    private Optional<Object> list(ValueType.Items type, YamlValue value, Site site) {
        if (!(value instanceof Items items)) {
            String label = value instanceof Scalar scalar && !scalar.isNull() ? "write [" + scalar.text() + "]" : "";
            wrongType(type, value, site, label);
            return Optional.empty();
        }
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < items.values().size(); i++) {
            value(type.element(), items.values().get(i), site.item(i)).ifPresent(bound::add);
        }
        return bound.size() == items.values().size() ? Optional.of(List.copyOf(bound)) : Optional.empty();
    }

    private Optional<Object> nested(ValueType.Nested type, YamlValue value, Site site) {
        if (!(value instanceof Mapping mapping)) {
            wrongType(type, value, site, "");
            return Optional.empty();
        }
        Subject subject = new Subject("key", site.words(), site.subject().notes(), Optional.empty());
        return record(type.type(), mapping, subject, Set.of(), site.path()).map(each -> (Object) each);
    }

    private void wrongType(ValueType type, YamlValue value, Site site, String label) {
        problems.error(Code.WRONG_TYPE, site.words() + " must be " + type.words() + ", not " + value.kind())
                .at(value.location())
                .label(label)
                .notes(site.subject().notes())
                .report();
    }

    private Optional<Record> make(RecordSchema schema, Map<String, Object> values, Mapping mapping, Subject subject) {
        try {
            return Optional.of(schema.make(values));
        } catch (InvalidParameter refused) {
            RecordSchema.Parameter parameter = schema.parameters().stream()
                    .filter(each -> each.name().equals(refused.parameter()))
                    .findFirst()
                    .orElse(null);
            String key = parameter == null ? refused.parameter() : parameter.key();
            Location place = mapping.get(key).map(YamlValue::location).orElse(mapping.location());
            problems.error(
                            Code.OUT_OF_RANGE,
                            subject.noun() + " '" + key + "' of " + subject.words() + " is refused: "
                                    + refused.getMessage())
                    .at(place)
                    .notes(subject.notes())
                    .report();
        } catch (RuntimeException refused) {
            problems.error(Code.OUT_OF_RANGE, subject.words() + " refuses its parameters: " + refused.getMessage())
                    .at(mapping.location())
                    .notes(subject.notes())
                    .report();
        }
        return Optional.empty();
    }
}
