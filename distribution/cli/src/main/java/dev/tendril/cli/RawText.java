package dev.tendril.cli;

import dev.tendril.api.data.Raw;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Raw values as people read them in one line: long ones are cut. */
final class RawText {
    private static final int NUMBERS = 8;
    private static final int CHARACTERS = 200;

    private RawText() {}

    static String of(Raw raw) {
        String text = whole(raw);
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + "…";
    }

    private static String whole(Raw raw) {
        if (raw instanceof Raw.Text text) {
            return text.text();
        }
        if (raw instanceof Raw.Items items) {
            return items.items().stream().map(RawText::whole).collect(Collectors.joining(" "));
        }
        double[] values = ((Raw.Numbers) raw).values();
        String shown =
                Arrays.stream(values).limit(NUMBERS).mapToObj(Double::toString).collect(Collectors.joining(" "));
        return values.length <= NUMBERS ? shown : shown + " …";
    }
}
