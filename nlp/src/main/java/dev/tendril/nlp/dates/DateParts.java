package dev.tendril.nlp.dates;

import dev.tendril.api.DataException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of every character of a written date what it belongs to: {@code day}, {@code month}, {@code year}, or {@code other} for days of the
 * week, eras, and what stands between. The pattern is taken apart and each field written on its own. Where
 * {@link java.text.DateFormat#formatToCharacterIterator} writes a date the same way, it says the same; some dates, such as those in
 * Finnish, it cannot write.
 */
final class DateParts {
    /** A quoted text, or two quotes that stand for one; a field, which is one letter, repeated; or anything else. */
    private static final Pattern PIECE = Pattern.compile("'[^']*'|(([a-zA-Z])\\2*)|[^a-zA-Z']+");

    private final List<Piece> pieces = new ArrayList<>();

    DateParts(Locale locale, DateStyle style) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                style.format(), null, IsoChronology.INSTANCE, locale);
        Matcher matcher = PIECE.matcher(pattern);
        while (matcher.find()) {
            boolean field = matcher.group(1) != null;
            String part = field ? part(matcher.group(2).charAt(0)) : "other";
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(matcher.group(), locale)
                    .withChronology(IsoChronology.INSTANCE)
                    .withDecimalStyle(DecimalStyle.STANDARD);
            pieces.add(new Piece(part, formatter));
        }
    }

    /**
     * A part of the pattern.
     *
     * @param part what its characters belong to
     * @param formatter writes it
     */
    private record Piece(String part, DateTimeFormatter formatter) {}

    /**
     * A part a code point.
     *
     * @param written the date as {@link DateWriter} writes it
     * @throws DataException if its parts, one after the other, are written otherwise
     */
    List<String> of(LocalDate date, String written, String where) {
        StringBuilder text = new StringBuilder();
        List<String> parts = new ArrayList<>();
        for (Piece piece : pieces) {
            String own = piece.formatter().format(date);
            text.append(own);
            parts.addAll(Collections.nCopies(own.codePointCount(0, own.length()), piece.part()));
        }
        if (!text.toString().equals(written)) {
            throw new DataException(
                    where,
                    "this Java writes one date as '" + written + "' and, part by part, as '" + text
                            + "', so its parts are not known; leave out the language, or parts: true");
        }
        return parts;
    }

    private static String part(char letter) {
        return switch (letter) {
            case 'd' -> "day";
            case 'M', 'L' -> "month";
            case 'y', 'u' -> "year";
            default -> "other";
        };
    }
}
