package dev.tendril.nlp.dates;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.Locale;

/**
 * Writes dates in one language and style: the pattern and names of the JDK's locale data, the ISO calendar, the digits 0 to 9. The
 * default locale has no say. Thread-safe.
 */
final class DateWriter {
    private final DateTimeFormatter formatter;

    DateWriter(Locale locale, DateStyle style) {
        this.formatter = DateTimeFormatter.ofLocalizedDate(style.format())
                .withLocale(locale)
                .withChronology(IsoChronology.INSTANCE)
                .withDecimalStyle(DecimalStyle.STANDARD);
    }

    String write(LocalDate date) {
        return formatter.format(date);
    }
}
