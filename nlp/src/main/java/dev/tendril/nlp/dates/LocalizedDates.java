package dev.tendril.nlp.dates;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Dates as people write them, from the JDK's CLDR data: {@code written} in one of twenty languages and three styles, {@code iso} as
 * ISO 8601 has it, {@code language} and {@code style}; if wanted, {@code parts} of every character. Example i is a function of the random key and i alone. JDK 17 and JDK 25
 * give the same examples, character by character.
 */
final class LocalizedDates implements Reader {
    private final LocalizedDatesParameters parameters;
    private final RandomSource random;
    private final RandomKey key;

    LocalizedDates(LocalizedDatesParameters parameters, RandomSource random, RandomKey key) {
        this.parameters = parameters;
        this.random = random;
        this.key = key.with("localized_dates").with(parameters.split().label()).with(parameters.stream());
    }

    @Override
    public Optional<Set<String>> keys() {
        Set<String> keys = new TreeSet<>(Set.of("written", "iso", "language", "style"));
        if (parameters.parts()) {
            keys.add("parts");
        }
        return Optional.of(keys);
    }

    @Override
    public ExampleStream open() {
        LocaleData.check(parameters.languages(), "localized_dates");
        Choices choices = new Choices(parameters);
        IndexPermutation order = new IndexPermutation(random, key, choices.size());
        Iterable<Example> examples = () -> IntStream.range(0, parameters.count())
                .mapToObj(i -> choices.example(order.at(i), origin(i)))
                .iterator();
        return ExampleStream.of(examples);
    }

    private String origin(int example) {
        return "localized_dates (" + parameters.split().label() + "):" + (example + 1);
    }

    /** Every example there can be, numbered. */
    private static final class Choices {
        private final int[] days;
        private final List<Form> forms = new ArrayList<>();

        Choices(LocalizedDatesParameters parameters) {
            days = parameters.split().days(parameters.fromYear(), parameters.toYear());
            for (DateLanguage language : parameters.languages()) {
                for (DateStyle style : parameters.styles()) {
                    Optional<DateParts> parts = parameters.parts()
                            ? Optional.of(new DateParts(language.locale(), style))
                            : Optional.empty();
                    forms.add(new Form(language, style, new DateWriter(language.locale(), style), parts));
                }
            }
        }

        long size() {
            return (long) days.length * forms.size();
        }

        Example example(long number, String origin) {
            LocalDate date = LocalDate.ofEpochDay(days[(int) (number / forms.size())]);
            Form form = forms.get((int) (number % forms.size()));
            String written = form.writer().write(date);
            Map<String, Raw> values = new HashMap<>();
            values.put("written", new Raw.Text(written));
            values.put("iso", new Raw.Text(date.toString()));
            values.put("language", new Raw.Text(form.language().code()));
            values.put("style", new Raw.Text(form.style().label()));
            form.parts().ifPresent(parts -> values.put("parts", labels(parts.of(date, written, origin))));
            return new Example(values, origin);
        }

        private static Raw labels(List<String> parts) {
            return new Raw.Items(parts.stream().<Raw>map(Raw.Text::new).toList());
        }
    }

    /** A language and a style. */
    private record Form(DateLanguage language, DateStyle style, DateWriter writer, Optional<DateParts> parts) {}
}
