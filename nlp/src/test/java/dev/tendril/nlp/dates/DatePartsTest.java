package dev.tendril.nlp.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.text.DateFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DatePartsTest {
    private static final LocalDate DATE = LocalDate.of(2003, 1, 5);

    @Test
    void everyCharacterBelongsToAPart() {
        assertThat(initials(DateLanguage.EN, DateStyle.FULL, "Sunday, January 5, 2003"))
                .isEqualTo("oooooooommmmmmmodooyyyy");
        assertThat(initials(DateLanguage.DE, DateStyle.MEDIUM, "05.01.2003")).isEqualTo("ddommoyyyy");
        assertThat(initials(DateLanguage.JA, DateStyle.LONG, "2003年1月5日")).isEqualTo("yyyyomodo");
    }

    private static String initials(DateLanguage language, DateStyle style, String written) {
        return new DateParts(language.locale(), style)
                .of(DATE, written, "here").stream()
                        .map(part -> part.substring(0, 1))
                        .collect(Collectors.joining());
    }

    /** Digits of the right numbers stand at the parts, in every language and style, on every day of a leap year. */
    @ParameterizedTest
    @EnumSource
    void thePartsAreThoseOfTheDate(DateLanguage language) {
        for (DateStyle style : DateStyle.values()) {
            DateWriter writer = new DateWriter(language.locale(), style);
            DateParts parts = new DateParts(language.locale(), style);
            for (LocalDate day = LocalDate.of(2000, 1, 1); day.getYear() == 2000; day = day.plusDays(1)) {
                String written = writer.write(day);
                List<String> labels = parts.of(day, written, "here");
                assertThat(labels).hasSize(written.codePointCount(0, written.length()));
                assertThat(at("year", written, labels)).isEqualTo("2000");
                assertThat(Integer.parseInt(at("day", written, labels))).isEqualTo(day.getDayOfMonth());
                assertThat(at("month", written, labels)).isNotEmpty();
            }
        }
    }

    /** Where the JDK's own iterator writes a date the same way, it says the same of every character. */
    @ParameterizedTest
    @EnumSource
    void thePartsAreThoseOfTheJdksIterator(DateLanguage language) {
        int compared = 0;
        for (DateStyle style : DateStyle.values()) {
            DateFormat format = DateFormat.getDateInstance(classic(style), language.locale());
            format.setTimeZone(TimeZone.getTimeZone("UTC"));
            String written = new DateWriter(language.locale(), style).write(DATE);
            AttributedCharacterIterator characters =
                    format.formatToCharacterIterator(DATE.toEpochDay() * 24 * 60 * 60 * 1000);
            StringBuilder text = new StringBuilder();
            List<String> parts = new ArrayList<>();
            for (char each = characters.first(); each != CharacterIterator.DONE; each = characters.next()) {
                text.append(each);
                parts.add(part(characters));
            }
            if (text.toString().equals(written)) {
                assertThat(new DateParts(language.locale(), style).of(DATE, written, "here"))
                        .isEqualTo(parts);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1);
    }

    private static int classic(DateStyle style) {
        return switch (style) {
            case FULL -> DateFormat.FULL;
            case LONG -> DateFormat.LONG;
            case MEDIUM -> DateFormat.MEDIUM;
        };
    }

    private static String part(AttributedCharacterIterator characters) {
        if (characters.getAttribute(DateFormat.Field.DAY_OF_MONTH) != null) {
            return "day";
        }
        if (characters.getAttribute(DateFormat.Field.MONTH) != null) {
            return "month";
        }
        return characters.getAttribute(DateFormat.Field.YEAR) != null ? "year" : "other";
    }

    private static String at(String part, String written, List<String> labels) {
        int[] characters = written.codePoints().toArray();
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            if (labels.get(i).equals(part)) {
                found.appendCodePoint(characters[i]);
            }
        }
        return found.toString();
    }

    @Test
    void everyWeekdayIsWrittenWithEveryMonthOnce() {
        WeekdayMonths reader =
                new WeekdayMonths(new WeekdayMonthsParameters(List.of(DateLanguage.FR, DateLanguage.KO)));
        Set<String> triples = new HashSet<>();
        Set<String> phrases = new HashSet<>();
        try (ExampleStream examples = reader.open()) {
            while (examples.hasNext()) {
                Example example = examples.next();
                triples.add(text(example, "language") + text(example, "weekday") + text(example, "month"));
                phrases.add(text(example, "phrase"));
            }
        }
        assertThat(triples).hasSize(2 * 7 * 12);
        assertThat(phrases).contains("lundi, janvier", "월요일, 1월").hasSameSizeAs(triples);
    }

    private static String text(Example example, String key) {
        return ((Raw.Text) Objects.requireNonNull(example.values().get(key))).text();
    }
}
