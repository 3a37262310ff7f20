package dev.tendril.nlp.dates;

import java.time.format.FormatStyle;
import java.util.Locale;

/** How much of a date is written in words. */
public enum DateStyle {
    /** With the day of the week: {@code Sunday, January 5, 2003}. */
    FULL(FormatStyle.FULL),
    /** With the name of the month: {@code January 5, 2003}. */
    LONG(FormatStyle.LONG),
    /** Short name or number of the month: {@code Jan 5, 2003}. */
    MEDIUM(FormatStyle.MEDIUM);

    private final FormatStyle format;

    DateStyle(FormatStyle format) {
        this.format = format;
    }

    FormatStyle format() {
        return format;
    }

    /** Its name in YAML and in examples. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
