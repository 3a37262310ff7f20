package dev.tendril.nlp.reader.json;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Raw;
import dev.tendril.api.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * JSON as raw values:
 *
 * <ul>
 *   <li>a string is text; {@code true} and {@code false} are the texts of these names;
 *   <li>a number is {@link Raw.Numbers} of shape {@code []};
 *   <li>an array of numbers is {@code Numbers} of shape {@code [n]}, the empty array included; an array of arrays of numbers, all
 *       of one length that is not 0, is {@code Numbers} of shape {@code [n, m]};
 *   <li>any other array is {@link Raw.Items} of its elements;
 *   <li>{@code null} is no value; an object, {@code null} in an array and a number beyond the largest double are refused.
 * </ul>
 */
public final class JsonValues {
    private final Function<String, DataException> refusal;

    private JsonValues(Function<String, DataException> refusal) {
        this.refusal = refusal;
    }

    /**
     * The raw value of a JSON value; empty if it is null.
     *
     * @param refusal makes the exception from what is wrong with the value, such as {@code holds an object}, to be put behind its name
     * @throws DataException if it is refused
     */
    public static Optional<Raw> raw(JsonNode value, Function<String, DataException> refusal) {
        return value.isNull() ? Optional.empty() : Optional.of(new JsonValues(refusal).present(value));
    }

    private Raw present(JsonNode value) {
        if (value.isString()) {
            return new Raw.Text(value.stringValue());
        }
        if (value.isBoolean()) {
            return new Raw.Text(Boolean.toString(value.booleanValue()));
        }
        if (value.isNumber()) {
            return new Raw.Numbers(Shape.scalar(), new double[] {number(value)});
        }
        if (value.isArray()) {
            return array(value);
        }
        throw refusal.apply(value.isNull() ? "holds null inside an array" : "holds an object");
    }

    private Raw array(JsonNode array) {
        if (all(array, JsonNode::isNumber)) {
            double[] numbers = new double[array.size()];
            row(array, numbers, 0);
            return new Raw.Numbers(Shape.of(numbers.length), numbers);
        }
        int width = array.get(0).isArray() ? array.get(0).size() : 0;
        if (width > 0 && all(array, row -> row.isArray() && row.size() == width && all(row, JsonNode::isNumber))) {
            double[] numbers = new double[array.size() * width];
            for (int row = 0; row < array.size(); row++) {
                row(array.get(row), numbers, row * width);
            }
            return new Raw.Numbers(Shape.of(array.size(), width), numbers);
        }
        List<Raw> items = new ArrayList<>(array.size());
        array.forEach(element -> items.add(present(element)));
        return new Raw.Items(items);
    }

    private static boolean all(JsonNode array, Predicate<JsonNode> condition) {
        for (JsonNode element : array) {
            if (!condition.test(element)) {
                return false;
            }
        }
        return true;
    }

    private void row(JsonNode numbers, double[] target, int from) {
        for (int each = 0; each < numbers.size(); each++) {
            target[from + each] = number(numbers.get(each));
        }
    }

    private double number(JsonNode number) {
        double value = number.numberValue().doubleValue();
        if (!Double.isFinite(value)) {
            throw refusal.apply("holds a number beyond the largest, " + Double.MAX_VALUE);
        }
        return value;
    }
}
