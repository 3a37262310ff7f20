package dev.tendril.nlp.dates;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every weekday with every month in some languages, each once: {@code language}, {@code weekday} and {@code month} by their English
 * names, and the {@code phrase}, such as {@code lundi, janvier}, from the JDK's CLDR data.
 *
 * @param parameters which languages
 */
record WeekdayMonths(WeekdayMonthsParameters parameters) implements Reader {
    @Override
    public Optional<Set<String>> keys() {
        return Optional.of(Set.of("language", "weekday", "month", "phrase"));
    }

    @Override
    public ExampleStream open() {
        LocaleData.check(parameters.languages(), WeekdayMonthsProvider.NAME);
        List<Example> examples = new ArrayList<>();
        for (DateLanguage language : parameters.languages()) {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                for (Month month : Month.values()) {
                    String origin = WeekdayMonthsProvider.NAME + ":" + (examples.size() + 1);
                    examples.add(example(language, weekday, month, origin));
                }
            }
        }
        return ExampleStream.of(examples);
    }

    private static Example example(DateLanguage language, DayOfWeek weekday, Month month, String origin) {
        String phrase = weekday.getDisplayName(TextStyle.FULL_STANDALONE, language.locale()) + ", "
                + month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
        return new Example(
                Map.of(
                        "language", new Raw.Text(language.code()),
                        "weekday", new Raw.Text(weekday.name().toLowerCase(Locale.ROOT)),
                        "month", new Raw.Text(month.name().toLowerCase(Locale.ROOT)),
                        "phrase", new Raw.Text(phrase)),
                origin);
    }
}
