package dev.tendril.runtime.check;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the graph sees of fields.
 *
 * @param registry knows the sizes behind transforms
 */
record FieldTypes(ComponentRegistry registry) {

    /** The type of every field. The size of a vocabulary is a symbol, that of the field that owns it. */
    Map<String, EdgeType> of(Map<String, FieldSpec> fields) {
        Map<String, EdgeType> types = new LinkedHashMap<>();
        fields.forEach((name, field) -> types.put(name, new EdgeType(axes(name, field), element(name, field))));
        return types;
    }

    private static List<String> axes(String name, FieldSpec field) {
        return field.steps().map(steps -> List.of(steps.along().orElse(name))).orElseGet(List::of);
    }

    private Element element(String name, FieldSpec field) {
        if (field instanceof FieldSpec.Vectors vectors) {
            int size = vectors.numbers().size();
            return Element.Real.vector(Size.of(vectors.numbers()
                    .transform()
                    .map(transform -> Unchecked.features(registry, transform, size))
                    .orElse(size)));
        }
        VocabularySpec ids = ((FieldSpec.Coded) field).ids();
        String owner = ids instanceof VocabularySpec.Shared shared ? shared.field() : name;
        Size vocabulary = Size.symbol("V(" + owner + ")");
        boolean sets = field instanceof FieldSpec.LabelSetField || field instanceof FieldSpec.LabelSetsField;
        return sets ? new Element.IdSet(vocabulary) : new Element.Id(vocabulary);
    }
}
