package dev.tendril.runtime.component;

import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Range;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.Variables;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlTrees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameter records and places for components as JSON Schema (draft-07): plain trees, written from the same schemas that binding uses. A
 * record is an object without further properties; a place for a component takes a name, or an object in which {@code type} decides what
 * else may stand there; a variable may stand for any value. What is used more than once becomes a definition. Used by one thread.
 */
public final class JsonSchemas {
    private static final String VARIABLE = "variable";
    private static final String ANY_OF = "anyOf";
    private static final String DESCRIPTION = "description";

    private final ComponentRegistry registry;
    private final Describer describer;
    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final Map<Class<?>, String> records = new LinkedHashMap<>();

    /** Schemas of what a registry holds. */
    public JsonSchemas(ComponentRegistry registry) {
        this.registry = registry;
        this.describer = new Describer(registry);
        definitions.put(
                VARIABLE,
                tree(
                        "type",
                        "string",
                        "pattern",
                        Variables.PATTERN,
                        DESCRIPTION,
                        "A variable of the file, or of the environment."));
    }

    /** What has been defined so far, by name. */
    public Map<String, Object> definitions() {
        return definitions;
    }

    /** A variable that stands for a value of any type. */
    public static Map<String, Object> variable() {
        return reference(VARIABLE);
    }

    /** Either a value of a schema or a variable. */
    public static Map<String, Object> orVariable(Object schema) {
        return tree(ANY_OF, List.of(schema, variable()));
    }

    /** The same schema with a sentence about it. */
    public static Map<String, Object> described(String doc, Map<String, Object> schema) {
        Map<String, Object> described = tree(DESCRIPTION, doc);
        described.putAll(schema);
        return described;
    }

    /** A tree of some keys and values, in this order. */
    public static Map<String, Object> tree(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return tree;
    }

    /** An object with these properties and no others. */
    public static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = tree("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    /** Defines a schema under a name, if it is not yet, and refers to it. */
    public Map<String, Object> define(String name, Map<String, Object> schema) {
        definitions.putIfAbsent(name, schema);
        return reference(name);
    }

    private static Map<String, Object> reference(String name) {
        return tree("$ref", "#/definitions/" + name);
    }

    /** The properties of a record, by key. */
    public Map<String, Object> properties(Class<? extends Record> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        registry.schemas().of(type).parameters().forEach(each -> properties.put(each.key(), parameter(each)));
        return properties;
    }

    /** The keys of a record that must be given. */
    public List<String> required(Class<? extends Record> type) {
        return registry.schemas().of(type).parameters().stream()
                .filter(RecordSchema.Parameter::required)
                .map(RecordSchema.Parameter::key)
                .toList();
    }

    private Map<String, Object> parameter(RecordSchema.Parameter parameter) {
        Map<String, Object> schema = described(
                parameter.doc() + " (" + describer.parameter(parameter).facts() + ")",
                value(parameter.type(), parameter));
        parameter.defaultValue().ifPresent(text -> new YamlReader(YamlLimits.standard(), new Problems())
                .value("default", text)
                .map(YamlTrees::of)
                .ifPresent(value -> schema.put("default", value)));
        return schema;
    }

    private Map<String, Object> value(ValueType type, RecordSchema.Parameter parameter) {
        if (type instanceof ValueType.Maybe maybe) {
            List<Object> choices =
                    new ArrayList<>((List<?>) value(maybe.element(), parameter).get(ANY_OF));
            choices.add(tree("type", "null"));
            return tree(ANY_OF, choices);
        }
        return orVariable(written(type, parameter));
    }

    private Map<String, Object> written(ValueType type, RecordSchema.Parameter parameter) {
        if (type instanceof ValueType.Whole) {
            return number("integer", parameter);
        }
        if (type instanceof ValueType.Real) {
            return number("number", parameter);
        }
        if (type instanceof ValueType.Truth) {
            return tree("type", "boolean");
        }
        if (type instanceof ValueType.Choice choice) {
            return tree("enum", choice.options());
        }
        if (type instanceof ValueType.Component component) {
            return component(component.kind());
        }
        if (type instanceof ValueType.Items items) {
            return tree("type", "array", "items", value(items.element(), parameter));
        }
        return type instanceof ValueType.Nested nested ? nested(nested.type()) : text();
    }

    /** Text, which need not be quoted even if it reads like a number. */
    public static Map<String, Object> text() {
        return tree("type", List.of("string", "number", "boolean"));
    }

    private static Map<String, Object> number(String type, RecordSchema.Parameter parameter) {
        Map<String, Object> schema = tree("type", type);
        parameter.range().ifPresent(range -> bounds(schema, range));
        return schema;
    }

    private static void bounds(Map<String, Object> schema, Range range) {
        if (range.min() != Double.NEGATIVE_INFINITY) {
            schema.put(range.minExclusive() ? "exclusiveMinimum" : "minimum", plain(range.min()));
        }
        if (range.max() != Double.POSITIVE_INFINITY) {
            schema.put(range.maxExclusive() ? "exclusiveMaximum" : "maximum", plain(range.max()));
        }
    }

    private static Number plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15 ? (Number) (long) bound : (Number) bound;
    }

    private Map<String, Object> nested(Class<? extends Record> type) {
        String known = records.get(type);
        if (known != null) {
            return reference(known);
        }
        String name = unused("record." + type.getSimpleName());
        records.put(type, name);
        definitions.put(name, Map.of()); // a record may hold itself
        definitions.put(name, closed(properties(type), required(type)));
        return reference(name);
    }

    private String unused(String wanted) {
        String name = wanted;
        for (int number = 2; definitions.containsKey(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** A place for a component of a kind, as it stands in parameters: {@code name} or {@code {type: name, …}}. */
    public Map<String, Object> component(Kind kind) {
        if (definitions.containsKey(kind.label())) {
            return reference(kind.label());
        }
        definitions.put(kind.label(), Map.of()); // components may hold others of their kind
        List<Object> choices = new ArrayList<>();
        List<Object> names = names(List.of(kind), plainly(registry.list(kind)));
        if (!names.isEmpty()) {
            choices.add(tree("type", "string", ANY_OF, names));
        }
        choices.add(byType(List.of(kind), component -> Map.of()));
        if (kind == Kind.NODE) {
            String doc = "The node whose parameters are used.";
            choices.add(closed(tree(Binder.SHARE, tree(DESCRIPTION, doc, "type", "string")), List.of(Binder.SHARE)));
        }
        definitions.put(kind.label(), tree(ANY_OF, choices));
        return reference(kind.label());
    }

    private List<RegisteredComponent> plainly(List<RegisteredComponent> components) {
        return components.stream()
                .filter(each -> required(each.provider().parameters()).isEmpty())
                .toList();
    }

    /** Properties that a component has where it stands, besides its parameters. */
    @FunctionalInterface
    public interface Others {
        /** The properties, by key. */
        Map<String, Object> of(RegisteredComponent component);
    }

    /**
     * An object whose {@code type} names a component and decides what else it holds.
     *
     * @param kinds of the components
     * @param others what stands beside their parameters
     */
    public Map<String, Object> byType(List<Kind> kinds, Others others) {
        List<RegisteredComponent> components =
                kinds.stream().flatMap(kind -> registry.list(kind).stream()).toList();
        List<Object> cases = new ArrayList<>();
        for (RegisteredComponent component : components) {
            List<String> names = namesOf(kinds, component);
            Map<String, Object> beside = others.of(component);
            String name = (beside.isEmpty() ? "" : "model.") + component.kind().label() + "."
                    + component.id().replace('/', '.');
            define(name, componentObject(component, names, beside));
            cases.add(tree(
                    "if",
                    tree("properties", tree(Binder.TYPE, tree("enum", names)), "required", List.of(Binder.TYPE)),
                    "then",
                    reference(name)));
        }
        return tree(
                "type",
                "object",
                "properties",
                tree(Binder.TYPE, tree(ANY_OF, withVariable(names(kinds, components)))),
                "required",
                List.of(Binder.TYPE),
                "allOf",
                cases);
    }

    private static List<Object> withVariable(List<Object> choices) {
        List<Object> all = new ArrayList<>(choices);
        all.add(variable());
        return all;
    }

    private Map<String, Object> componentObject(
            RegisteredComponent component, List<String> names, Map<String, Object> beside) {
        Class<? extends Record> parameters = component.provider().parameters();
        Map<String, Object> properties = tree(Binder.TYPE, tree("enum", names));
        properties.putAll(beside);
        properties.putAll(properties(parameters));
        List<String> required = new ArrayList<>(List.of(Binder.TYPE));
        required.addAll(required(parameters));
        Map<String, Object> object = tree("title", component.kind().label() + " " + component.id());
        object.putAll(described(sentence(component), closed(properties, required)));
        return object;
    }

    private static String sentence(RegisteredComponent component) {
        return component.provider().description() + " From " + component.owner().id() + " "
                + component.owner().version() + ".";
    }

    /** One choice for every name that means one of some components. */
    private List<Object> names(List<Kind> kinds, List<RegisteredComponent> components) {
        List<Object> names = new ArrayList<>();
        for (RegisteredComponent component : components) {
            namesOf(kinds, component).forEach(name -> names.add(tree("const", name, DESCRIPTION, sentence(component))));
        }
        return names;
    }

    /** The short name, unless it means another component or several, and the canonical id. */
    private List<String> namesOf(List<Kind> kinds, RegisteredComponent component) {
        String name = component.shortName();
        List<RegisteredComponent> meant = kinds.stream()
                .flatMap(kind -> registry.candidates(kind, name).stream())
                .toList();
        return meant.equals(List.of(component)) ? List.of(name, component.id()) : List.of(component.id());
    }
}
