package dev.tendril.runtime.check;

import static dev.tendril.runtime.component.JsonSchemas.closed;
import static dev.tendril.runtime.component.JsonSchemas.described;
import static dev.tendril.runtime.component.JsonSchemas.orVariable;
import static dev.tendril.runtime.component.JsonSchemas.tree;
import static dev.tendril.runtime.component.JsonSchemas.variable;

import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.JsonSchemas;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.EvaluationSpec;
import dev.tendril.runtime.spec.ModelSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model file as JSON Schema (draft-07), for editors: the sections, the fields, and every component that is installed. It is made from
 * the tables and records that the checker reads. It sees the shape of a file; names that must exist, edges that must fit, circles and
 * data are the checker's.
 */
public final class ModelFileSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final String KEY_PATTERN = "^%s$";

    private final JsonSchemas schemas;

    private ModelFileSchema(ComponentRegistry registry) {
        this.schemas = new JsonSchemas(registry);
    }

    /** The schema as JSON text; ends with a line break. */
    public static String json(ComponentRegistry registry) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(new ModelFileSchema(registry).file()).replace("\r\n", "\n") + "\n";
    }

    private Map<String, Object> file() {
        Map<String, Object> properties = schemas.properties(TopLevel.class);
        properties.put(
                "format",
                described("Version of the file format.", orVariable(tree("enum", List.of(ModelSpec.FORMAT)))));
        properties.put("name", described("Name of the model; it becomes a folder.", orVariable(named(TopLevel.NAME))));
        properties.put(TopLevel.VARS.name(), described(TopLevel.VARS.doc(), tree("type", "object")));
        TopLevel.SECTIONS.forEach(key -> properties.put(key.name(), described(key.doc(), section(key.name()))));
        List<String> required = new ArrayList<>(schemas.required(TopLevel.class));
        required.addAll(required(TopLevel.SECTIONS));
        Map<String, Object> file = tree("$schema", DRAFT, "title", "Tendril model file");
        file.putAll(closed(properties, required));
        file.put("definitions", schemas.definitions());
        return file;
    }

    private static Map<String, Object> named(Pattern pattern) {
        return tree("type", "string", "pattern", KEY_PATTERN.formatted(pattern.pattern()));
    }

    private static List<String> required(List<Key> keys) {
        return keys.stream().filter(Key::required).map(Key::name).toList();
    }

    private Map<String, Object> section(String name) {
        return switch (name) {
            case TopLevel.DATA -> data();
            case TopLevel.MODEL -> byName(node());
            case TopLevel.TRAINING -> record(TrainingSpec.class);
            case TopLevel.DECODING -> orNothing(schemas.component(Kind.SEARCH));
            case TopLevel.EVALUATION -> orNothing(record(EvaluationSpec.class));
            default -> throw new IllegalStateException("no schema of section '" + name + "'");
        };
    }

    private Map<String, Object> record(Class<? extends Record> type) {
        return closed(schemas.properties(type), schemas.required(type));
    }

    private static Map<String, Object> orNothing(Map<String, Object> schema) {
        return tree("anyOf", List.of(schema, variable(), tree("type", "null")));
    }

    /** Things by names that are fit for fields and nodes. */
    private static Map<String, Object> byName(Map<String, Object> thing) {
        return tree("type", "object", "propertyNames", named(Names.NAME), "additionalProperties", thing);
    }

    // ---- data ----

    private Map<String, Object> data() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : DataReader.KEYS) {
            Map<String, Object> schema = key.name().equals(DataReader.FIELDS)
                    ? tree("minProperties", 1)
                    : split(!key.name().equals(DataSpec.TRAIN));
            if (key.name().equals(DataReader.FIELDS)) {
                schema.putAll(byName(field()));
            }
            properties.put(key.name(), described(key.doc(), schema));
        }
        return closed(properties, required(DataReader.KEYS));
    }

    private Map<String, Object> split(boolean mayShare) {
        Map<String, Object> reader = schemas.component(Kind.READER);
        Map<String, Object> readers = tree("type", "array", "items", orVariable(reader), "minItems", 1);
        List<Object> choices = new ArrayList<>(List.of(reader, readers, variable()));
        if (mayShare) {
            Map<String, Object> properties = tree(Binder.TYPE, tree("const", Binder.SHARE));
            properties.putAll(schemas.properties(DataReader.ShareParameters.class));
            List<String> required = new ArrayList<>(List.of(Binder.TYPE));
            required.addAll(schemas.required(DataReader.ShareParameters.class));
            choices.add(schemas.define(
                    "split.share",
                    described("A share of another split, which loses it.", closed(properties, required))));
        }
        return tree("anyOf", choices);
    }

    private Map<String, Object> field() {
        Map<String, FieldType<?>> types = FieldType.all();
        List<Object> names = new ArrayList<>();
        List<Object> cases = new ArrayList<>();
        types.forEach((name, type) -> {
            Map<String, Object> word = tree("const", name);
            names.add(described(type.doc(), word));
            cases.add(tree(
                    "if",
                    tree("properties", tree(Binder.TYPE, word), "required", List.of(Binder.TYPE)),
                    "then",
                    schemas.define("field." + name, field(type, word))));
        });
        names.add(variable());
        return orVariable(tree(
                "type",
                "object",
                "properties",
                tree(Binder.TYPE, tree("anyOf", names)),
                "required",
                List.of(Binder.TYPE),
                "allOf",
                cases));
    }

    private Map<String, Object> field(FieldType<?> type, Map<String, Object> word) {
        Map<String, Object> properties = tree(Binder.TYPE, word);
        properties.putAll(schemas.properties(type.form()));
        if (type.role().isPresent()) {
            Map<String, Object> other = described("The field whose vocabulary it shares.", named(Names.NAME));
            properties.put(
                    FieldReader.VOCABULARY,
                    described(
                            FieldReader.VOCABULARY_DOC,
                            tree("anyOf", List.of(schemas.component(Kind.VOCABULARY), variable(), other))));
        }
        List<String> required = new ArrayList<>(List.of(Binder.TYPE));
        required.addAll(schemas.required(type.form()));
        return described(type.doc(), closed(properties, required));
    }

    // ---- nodes ----

    private Map<String, Object> node() {
        Map<String, Object> shared = closed(beside(Kind.HEAD), List.of(Binder.SHARE));
        return orVariable(tree(
                "if",
                tree("required", List.of(Binder.SHARE)),
                "then",
                schemas.define("model.share", shared),
                "else",
                schemas.byType(GraphReader.KINDS, component -> without(Binder.TYPE, beside(component.kind())))));
    }

    /** What stands in a node besides the parameters of its component. */
    private Map<String, Object> beside(Kind kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        GraphReader.KEYS.forEach(key -> properties.put(
                key.name(),
                described(key.doc(), key.name().equals(GraphReader.FROM) ? from() : tree("type", "string"))));
        if (kind == Kind.HEAD) {
            properties.putAll(schemas.properties(GraphReader.HeadParameters.class));
        }
        return properties;
    }

    private static Map<String, Object> without(String key, Map<String, Object> properties) {
        properties.remove(key);
        return properties;
    }

    private Map<String, Object> from() {
        Map<String, Object> name = tree("type", "string");
        Map<String, Object> edges = tree("anyOf", List.of(name, tree("type", "array", "items", name)));
        Map<String, Object> ports = tree("type", "object", "additionalProperties", edges);
        return schemas.define("edges", tree("anyOf", List.of(name, tree("type", "array", "items", name), ports)));
    }
}
