package dev.tendril.nlp.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well anyone can tell the language of a written date. Every language writes every date in one way, so the best guess for a
 * string that k languages write is right in one case of k, and the ceiling is the number of different strings over the number of
 * dates and languages. A string of one style is never that of another language in another style, so mixing styles changes nothing.
 */
class LanguageCeilingTest {
    private static final int FIRST = 1996;
    private static final int LAST = 2023; // 28 years: every day of the year on every day of the week

    @ParameterizedTest
    @CsvSource({"FULL, 0.9976", "LONG, 0.9791", "MEDIUM, 0.9204"})
    void theCeilingOfAStyle(DateStyle style, double ceiling) {
        Map<String, Set<DateLanguage>> writers = writers(style);
        double pairs = writers.values().stream().mapToInt(Set::size).sum();
        assertThat(pairs).isEqualTo((double) days() * DateLanguage.values().length);
        assertThat(writers.size() / pairs).isEqualTo(ceiling, within(0.00005));
    }

    private static long days() {
        return LocalDate.of(LAST + 1, 1, 1).toEpochDay()
                - LocalDate.of(FIRST, 1, 1).toEpochDay();
    }

    private static Map<String, Set<DateLanguage>> writers(DateStyle style) {
        Map<String, Set<DateLanguage>> writers = new HashMap<>();
        for (DateLanguage language : DateLanguage.values()) {
            DateWriter writer = new DateWriter(language.locale(), style);
            for (LocalDate date = LocalDate.of(FIRST, 1, 1); date.getYear() <= LAST; date = date.plusDays(1)) {
                writers.computeIfAbsent(writer.write(date), written -> new HashSet<>())
                        .add(language);
            }
        }
        return writers;
    }
}
