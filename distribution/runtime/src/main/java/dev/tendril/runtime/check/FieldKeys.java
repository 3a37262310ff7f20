package dev.tendril.runtime.check;

import dev.tendril.api.InvalidParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The reader's keys of a field: written as {@code key}, or, for several, as {@code keys}, where {@code 2..61} are the columns 2 to 61. */
final class FieldKeys {
    private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{0,4})\\.\\.([1-9][0-9]{0,4})");

    private FieldKeys() {}

    /** Demands that one of the two is given, and that no range goes backwards. */
    static void check(Optional<String> key, List<String> keys) {
        if (key.isPresent() != keys.isEmpty()) {
            throw new InvalidParameter("key", "want either 'key' or, for several, 'keys'");
        }
        for (String each : keys) {
            Matcher range = RANGE.matcher(each);
            if (range.matches() && Integer.parseInt(range.group(1)) > Integer.parseInt(range.group(2))) {
                throw new InvalidParameter("keys", "the range " + each + " goes from a larger number to a smaller one");
            }
        }
    }

    /** The key, or the keys with every range written out. */
    static List<String> all(Optional<String> key, List<String> keys) {
        List<String> all = new ArrayList<>();
        key.ifPresent(all::add);
        for (String each : keys) {
            Matcher range = RANGE.matcher(each);
            if (range.matches()) {
                int from = Integer.parseInt(range.group(1));
                int to = Integer.parseInt(range.group(2));
                IntStream.rangeClosed(from, to).mapToObj(Integer::toString).forEach(all::add);
            } else {
                all.add(each);
            }
        }
        return all;
    }

    /** What is written as {@code key}. */
    static Optional<String> single(List<String> all) {
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** What is written as {@code keys}. */
    static List<String> several(List<String> all) {
        return all.size() == 1 ? List.of() : all;
    }
}
