package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Raw;
import dev.tendril.api.tensor.Shape;
import dev.tendril.nlp.vocabulary.SpecialTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts, labels, sets and numbers out of raw values, with messages that say what stands there instead. */
final class RawValues {
    /** A step without a label, where sets are written as text. */
    private static final String EMPTY_SET = "-";

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    private RawValues() {}

    /** One text; the texts of a list are joined with spaces. */
    static String text(Raw raw, String where) {
        if (raw instanceof Raw.Items items) {
            return String.join(
                    " ", items.items().stream().map(item -> text(item, where)).toList());
        }
        if (!(raw instanceof Raw.Text text)) {
            throw new DataException(where, "holds numbers where the field wants text");
        }
        if (SpecialTokens.clashes(text.text())) {
            throw new DataException(where, "the text holds NUL (U+0000); remove it");
        }
        return text.text();
    }

    /** One label: a text, or a whole number as text. */
    static String label(Raw raw, String where) {
        if (raw instanceof Raw.Numbers numbers && numbers.values().length == 1) {
            return whole(numbers.values()[0], where);
        }
        if (raw instanceof Raw.Items) {
            throw new DataException(where, "holds a list where the field wants one label; use a field of labels");
        }
        return text(raw, where);
    }

    /** A label a step: the items of a list, or the words of a text. */
    static List<String> labels(Raw raw, String where) {
        if (raw instanceof Raw.Items items) {
            return items.items().stream().map(item -> label(item, where)).toList();
        }
        if (raw instanceof Raw.Numbers numbers) {
            return Arrays.stream(numbers.values())
                    .mapToObj(number -> whole(number, where))
                    .toList();
        }
        return words(text(raw, where)).toList();
    }

    /** A set: the items of a list, numbers, or a text with commas between the labels. */
    static Set<String> set(Raw raw, String where) {
        if (!(raw instanceof Raw.Text)) {
            return new LinkedHashSet<>(labels(raw, where));
        }
        Set<String> labels = new LinkedHashSet<>();
        for (String label : text(raw, where).split(",", -1)) {
            if (!label.isBlank()) {
                labels.add(label.strip());
            }
        }
        return labels;
    }

    /** A set a step: those of a list, the rows of numbers, or the words of a text, where {@code C,E -} is a set of two and an empty one. */
    static List<Set<String>> sets(Raw raw, String where) {
        if (raw instanceof Raw.Items items) {
            return items.items().stream().map(item -> set(item, where)).toList();
        }
        if (raw instanceof Raw.Numbers numbers) {
            return rows(numbers).stream().map(row -> set(row, where)).toList();
        }
        return words(text(raw, where))
                .map(word -> word.equals(EMPTY_SET) ? Set.<String>of() : set(new Raw.Text(word), where))
                .toList();
    }

    private static List<Raw> rows(Raw.Numbers numbers) {
        double[] values = numbers.values();
        int rows = numbers.shape().rank() == 0 ? 1 : numbers.shape().size(0);
        int width = rows == 0 ? 0 : values.length / rows;
        List<Raw> each = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            each.add(new Raw.Numbers(Shape.of(width), Arrays.copyOfRange(values, row * width, (row + 1) * width)));
        }
        return each;
    }

    /** Numbers in a row: of a value of any shape, of a list of them, or written in a text with white space between them. */
    static double[] numbers(Raw raw, String where) {
        double[] numbers;
        if (raw instanceof Raw.Numbers given) {
            numbers = given.values();
        } else if (raw instanceof Raw.Items items) {
            numbers = items.items().stream()
                    .flatMapToDouble(item -> Arrays.stream(numbers(item, where)))
                    .toArray();
        } else {
            numbers = words(text(raw, where))
                    .mapToDouble(word -> number(word, where))
                    .toArray();
        }
        for (double number : numbers) {
            if (!Double.isFinite((float) number)) {
                throw new DataException(
                        where, "holds " + number + ", which is no number to compute with; leave the example out");
            }
        }
        return numbers;
    }

    private static double number(String word, String where) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException unfit) {
            throw new DataException(where, "'" + word + "' is no number, and the field wants numbers", unfit);
        }
    }

    private static String whole(double number, String where) {
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new DataException(
                    where, "holds " + number + " where the field wants labels; whole numbers may be labels");
        }
        return Long.toString((long) number);
    }

    private static Stream<String> words(String text) {
        return WHITE_SPACE.splitAsStream(text).filter(word -> !word.isEmpty());
    }
}
