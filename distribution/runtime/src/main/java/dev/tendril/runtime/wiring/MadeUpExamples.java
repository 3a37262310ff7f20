package dev.tendril.runtime.wiring;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.check.CheckedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Examples of zeros for a model whose sizes are known.
 *
 * @param engine that they are made for
 * @param rows how many examples
 * @param steps of a time axis, by its name
 */
record MadeUpExamples(Engine engine, int rows, ToIntFunction<String> steps) {

    /** A value for every field. */
    Map<String, Value> of(CheckedModel model) {
        Map<String, Value> values = new LinkedHashMap<>();
        model.fields().forEach((field, type) -> values.put(field, value(type)));
        return values;
    }

    private Value value(EdgeType type) {
        boolean single = type.levels() == 0;
        int length = single ? 1 : steps.applyAsInt(type.axes().get(0));
        List<Lengths> lengths = single ? List.of() : List.of(Lengths.all(rows, length));
        if (type.element() instanceof Element.Id) {
            Shape shape = single ? Shape.of(rows) : Shape.of(rows, length);
            return new IdSequence(Ids.of(shape, new int[(int) shape.elements()]), lengths);
        }
        int size = (type.element() instanceof Element.IdSet set ? set.vocabulary() : type.features()).intValue();
        Shape shape = single ? Shape.of(rows, size) : Shape.of(rows, length, size);
        return new Sequence(engine.constant(shape, new float[Math.toIntExact(shape.elements())]), lengths);
    }
}
