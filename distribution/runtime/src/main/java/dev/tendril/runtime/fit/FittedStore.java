package dev.tendril.runtime.fit;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.Param;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Fitted fields at rest.
 *
 * @param vocabularies by the field that owns it
 * @param states by path: {@code <field>.tokenizer}, {@code <field>.length} and {@code <field>.transform}
 */
public record FittedStore(Map<String, Vocabulary.Table> vocabularies, Map<String, Map<String, Object>> states) {
    private static final String TOKENIZER = ".tokenizer";
    private static final String LENGTH = ".length";
    private static final String TRANSFORM = ".transform";

    /**
     * Length of a field's texts in the training split.
     *
     * @param longest tokens of the longest
     */
    record Length(
            @Param("Tokens of the longest text of the training split.")
            int longest) {
        Length {
            if (longest < 0) {
                throw new IllegalArgumentException("longest is " + longest);
            }
        }
    }

    public FittedStore {
        vocabularies = Map.copyOf(vocabularies);
        states = Map.copyOf(states);
    }

    /** What is stored of some fields. */
    public static FittedStore of(DataSpec spec, FittedFields fields, ComponentRegistry registry) {
        RecordTrees trees = new RecordTrees(registry);
        Map<String, Vocabulary.Table> vocabularies = new LinkedHashMap<>();
        Map<String, Map<String, Object>> states = new LinkedHashMap<>();
        fields.fields().forEach((name, field) -> {
            if (Learnt.owns(spec, name)) {
                vocabularies.put(name, field.codec().vocabulary().orElseThrow().table());
            }
            if (field instanceof FittedField.Numbers numbers) {
                numbers.transform().ifPresent(state -> states.put(name + TRANSFORM, trees.write(state)));
            }
            if (field instanceof FittedField.Text text) {
                states.put(name + TOKENIZER, trees.write(text.tokenizer()));
                states.put(name + LENGTH, trees.write(new Length(text.longest())));
            }
        });
        return new FittedStore(vocabularies, states);
    }

    /**
     * The fields again.
     *
     * @param archive for messages
     * @throws DataException if something is missing, does not fit, or belongs to no field
     */
    public FittedFields restore(DataSpec spec, ComponentRegistry registry, String archive) {
        FittedComponents components = new FittedComponents(registry);
        Learnt learnt = Learnt.nothing();
        StoredStates stored = new StoredStates(archive, states, registry);
        spec.fields().forEach((name, field) -> {
            if (Learnt.owns(spec, name)) {
                learnt.vocabularies().put(name, vocabulary(archive, name));
            }
            if (field instanceof FieldSpec.TextField text) {
                learnt.tokenizers()
                        .put(
                                name,
                                components.restore(components.tokenizer(text.tokenizer()), stored, name + TOKENIZER));
                learnt.longest()
                        .put(name, stored.read(Length.class, name + LENGTH).longest());
            }
            if (field instanceof FieldSpec.Vectors vectors) {
                vectors.numbers().transform().ifPresent(transform -> learnt.transforms()
                        .put(name, components.restore(components.transform(transform), stored, name + TRANSFORM)));
            }
        });
        stored.requireAllRead();
        if (!learnt.vocabularies().keySet().equals(vocabularies.keySet())) {
            throw new DataException(
                    archive,
                    "the vocabularies " + new TreeSet<>(vocabularies.keySet()) + " do not fit the fields "
                            + spec.fields().keySet());
        }
        return new FieldAssembly(components, learnt).of(spec);
    }

    private Vocabulary vocabulary(String archive, String field) {
        Vocabulary.Table table = vocabularies.get(field);
        if (table == null) {
            throw new DataException(archive, "the vocabulary of field '" + field + "' is missing");
        }
        return new Vocabulary(table);
    }
}
