package dev.tendril.runtime.check;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.BoundComponent;
import dev.tendril.runtime.component.Subject;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of the section {@code data}. */
final class FieldReader {
    static final String VOCABULARY = "vocabulary";

    /** What stands under it. */
    static final String VOCABULARY_DOC =
            "Which tokens or labels have ids: how that is chosen, or the name of the field whose vocabulary is shared.";

    /** How a vocabulary is chosen where the file does not say. */
    private static final String USUAL_VOCABULARY = "frequency";

    private static final Set<String> PLANNED = Set.of("nested_text");
    private static final Set<String> RESERVED = Set.of(Binder.TYPE, VOCABULARY);

    private final Map<String, FieldType<?>> types = FieldType.all();
    private final Reading reading;

    FieldReader(Reading reading) {
        this.reading = reading;
    }

    /** The fields that are whole. */
    Map<String, FieldSpec> read(Mapping fields) {
        Map<String, FieldSpec> read = new LinkedHashMap<>();
        for (Entry entry : fields.entries()) {
            field(entry, fields).ifPresent(field -> read.put(entry.key().text(), field));
        }
        new FieldAxes(reading, fields).check(read);
        return read;
    }

    private Optional<FieldSpec> field(Entry entry, Mapping fields) {
        if (!(entry.value() instanceof Mapping mapping)) {
            reading.problems()
                    .error(
                            Code.WRONG_TYPE,
                            "a field must be a mapping, not " + entry.value().kind())
                    .at(entry.value().location())
                    .label("write {type: text, key: …, tokenizer: …}")
                    .report();
            return Optional.empty();
        }
        return type(mapping).flatMap(type -> field(type, entry.key().text(), mapping, fields));
    }

    private <F extends Record> Optional<FieldSpec> field(
            FieldType<F> type, String name, Mapping mapping, Mapping fields) {
        String path = TopLevel.DATA + "." + DataReader.FIELDS + "." + name;
        String words = typeText(mapping) + " field '" + name + "'";
        Set<String> reserved = type.role().isPresent() ? RESERVED : Set.of(Binder.TYPE);
        Optional<F> form = reading.binder().record(type.form(), mapping, Subject.section(words), reserved, path);
        Optional<VocabularySpec> vocabulary = type.role().flatMap(role -> vocabulary(name, mapping, fields, role));
        return type.role().isPresent() && vocabulary.isEmpty()
                ? Optional.empty()
                : form.map(given -> type.make().apply(given, vocabulary));
    }

    private Optional<FieldType<?>> type(Mapping mapping) {
        if (!(mapping.get(Binder.TYPE).orElse(null) instanceof Scalar type) || type.isNull()) {
            reading.problems()
                    .error(Code.MISSING_KEY, "'type' of a field is not given")
                    .at(mapping.location())
                    .label("add 'type'")
                    .note("available: " + String.join(", ", types.keySet()))
                    .report();
            return Optional.empty();
        }
        FieldType<?> installed = types.get(type.text());
        if (installed != null) {
            return Optional.of(installed);
        }
        boolean planned = PLANNED.contains(type.text());
        reading.problems()
                .error(
                        planned ? Code.NOT_INSTALLED : Code.UNKNOWN_COMPONENT,
                        planned
                                ? "field type '" + type.text() + "' is not installed yet"
                                : "unknown field type '" + type.text() + "'")
                .at(type.location())
                .label(planned ? "" : Similar.question(type.text(), types.keySet()))
                .note("available: " + String.join(", ", types.keySet()))
                .report();
        return Optional.empty();
    }

    private Optional<VocabularySpec> vocabulary(
            String name, Mapping mapping, Mapping fields, VocabularyProvider.Role role) {
        Scalar usual = new Scalar(USUAL_VOCABULARY, true, mapping.location(), Optional.empty());
        YamlValue value = mapping.get(VOCABULARY).orElse(usual);
        if (value instanceof Scalar other
                && value != usual
                && fields.get(other.text()).isPresent()) {
            return shared(name, other, mapping, fields);
        }
        String path = TopLevel.DATA + "." + DataReader.FIELDS + "." + name + "." + VOCABULARY;
        Optional<BoundComponent> component = reading.binder().component(Kind.VOCABULARY, value, path);
        return component.filter(each -> accepts(each, value, role)).map(each -> own(each.as()));
    }

    private static VocabularySpec own(ComponentRef<Vocabulary> component) {
        return new VocabularySpec.Own(component);
    }

    private Optional<VocabularySpec> shared(String name, Scalar other, Mapping mapping, Mapping fields) {
        Mapping owner = fields.get(other.text()).orElseThrow() instanceof Mapping written
                ? written
                : Mapping.of(List.of(), fields.location(), false);
        boolean chained = owner.get(VOCABULARY).orElse(null) instanceof Scalar scalar
                && fields.get(scalar.text()).isPresent();
        boolean sameRole = role(owner).equals(role(mapping));
        if (other.text().equals(name) || chained || !sameRole) {
            reading.problems()
                    .error(Code.BAD_SHARE, "field '" + name + "' cannot share the vocabulary of '" + other.text() + "'")
                    .at(other.location())
                    .label(
                            other.text().equals(name)
                                    ? "it is its own"
                                    : chained
                                            ? "name the field that owns it"
                                            : "one has tokens and the other labels or numbers")
                    .report();
            return Optional.empty();
        }
        return Optional.of(new VocabularySpec.Shared(other.text()));
    }

    private Optional<VocabularyProvider.Role> role(Mapping field) {
        FieldType<?> type = types.get(typeText(field));
        return type == null ? Optional.empty() : type.role();
    }

    private static String typeText(Mapping field) {
        return field.get(Binder.TYPE).orElse(null) instanceof Scalar type ? type.text() : "";
    }

    private boolean accepts(BoundComponent component, YamlValue value, VocabularyProvider.Role role) {
        try {
            Unchecked.vocabulary(reading.registry(), component.as(), role);
            return true;
        } catch (InvalidParameter refused) {
            String key =
                    refused.parameter().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
            reading.problems()
                    .error(
                            Code.OUT_OF_RANGE,
                            "parameter '" + key + "' of "
                                    + component.component().label() + " is refused: " + refused.getMessage())
                    .at(value instanceof Mapping mapping ? mapping.place(key) : value.location())
                    .report();
            return false;
        }
    }
}
