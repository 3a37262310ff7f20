package dev.tendril.nlp.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.tensor.random.Philox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LocalizedDatesTest {
    private static final List<DateLanguage> LANGUAGES = List.of(DateLanguage.values());
    private static final List<DateStyle> STYLES = List.of(DateStyle.values());

    /** The same on every Java: this test runs on 17 and on 25. */
    @Test
    void theExamplesAreTheSameOnEveryJava() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (DateSplit split : DateSplit.values()) {
            for (Example example : read(reader(parameters(5003, split), 7))) {
                String line = new TreeMap<>(example.values()) + example.origin() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("cc63d735dbae0a374a1af1edd359ef6bee52af201fb27d6b8f64118733b574ef");
    }

    @Test
    void noCalendarDateStandsInTwoSplits() {
        Set<String> seen = new HashSet<>();
        for (DateSplit split : DateSplit.values()) {
            Set<String> dates = new HashSet<>();
            read(reader(parameters(20011, split), seen.size())).forEach(example -> dates.add(text(example, "iso")));
            assertThat(dates).allMatch(date -> DateSplit.of(LocalDate.parse(date)) == split);
            assertThat(dates).hasSizeGreaterThan(5000).noneMatch(seen::contains);
            seen.addAll(dates);
        }
    }

    @Test
    void eightDatesOfTenAreForTraining() {
        double all =
                LocalDate.of(2100, 1, 1).toEpochDay() - LocalDate.of(1900, 1, 1).toEpochDay();
        assertThat(DateSplit.TRAIN.days(1900, 2099).length / all).isEqualTo(0.8, within(0.01));
        assertThat(DateSplit.VALIDATION.days(1900, 2099).length / all).isEqualTo(0.1, within(0.01));
        assertThat(DateSplit.TEST.days(1900, 2099).length / all).isEqualTo(0.1, within(0.01));
    }

    @Test
    void examplesAreDistinctAndSpreadOverLanguagesAndStyles() {
        int count = 12007;
        Map<String, Integer> forms = new TreeMap<>();
        Set<String> distinct = new HashSet<>();
        for (Example example : read(reader(parameters(count, DateSplit.TRAIN), 7))) {
            String form = text(example, "language") + " " + text(example, "style");
            forms.merge(form, 1, Integer::sum);
            distinct.add(form + " " + text(example, "iso"));
        }
        assertThat(distinct).hasSize(count);
        assertThat(forms).hasSize(LANGUAGES.size() * STYLES.size());
        // 200 expected of each form; six standard deviations of 14
        assertThat(forms.values()).allMatch(each -> Math.abs(each - 200) < 85);
    }

    @Test
    void everyPossibleExampleComesOnceIfAllAreAskedFor() {
        int days = DateSplit.TEST.days(2003, 2003).length;
        LocalizedDatesParameters all = new LocalizedDatesParameters(
                days * 2,
                DateSplit.TEST,
                List.of(DateLanguage.KO, DateLanguage.EN),
                List.of(DateStyle.FULL),
                2003,
                2003,
                0,
                false);
        Set<String> seen = new HashSet<>();
        read(reader(all, 7)).forEach(example -> seen.add(text(example, "written")));
        assertThat(seen).hasSize(days * 2);
    }

    @Test
    void anExampleDependsOnSeedStreamAndNumberAlone() {
        LocalizedDatesParameters few = parameters(101, DateSplit.TRAIN);
        List<Example> examples = read(reader(parameters(211, DateSplit.TRAIN), 7));
        assertThat(read(reader(few, 7))).isEqualTo(examples.subList(0, 101));
        assertThat(read(reader(few, 8))).isNotEqualTo(examples.subList(0, 101));
        LocalizedDatesParameters other =
                new LocalizedDatesParameters(101, DateSplit.TRAIN, LANGUAGES, STYLES, 1900, 2099, 1, false);
        assertThat(read(reader(other, 7))).isNotEqualTo(examples.subList(0, 101));
    }

    @Test
    void datesAreWrittenAsPeopleDo() {
        LocalDate date = LocalDate.of(2003, 1, 5);
        assertThat(write(DateLanguage.EN, DateStyle.FULL, date)).isEqualTo("Sunday, January 5, 2003");
        assertThat(write(DateLanguage.DE, DateStyle.MEDIUM, date)).isEqualTo("05.01.2003");
        assertThat(write(DateLanguage.PT, DateStyle.LONG, date)).isEqualTo("5 de janeiro de 2003");
        assertThat(write(DateLanguage.JA, DateStyle.LONG, date)).isEqualTo("2003年1月5日");
        assertThat(write(DateLanguage.HE, DateStyle.LONG, date)).isEqualTo("5 בינואר 2003");
        assertThat(write(DateLanguage.HU, DateStyle.FULL, date)).isEqualTo("2003. január 5., vasárnap");
    }

    @Test
    void oneWrittenFormMeansOneDate() {
        for (DateStyle style : STYLES) {
            Map<String, LocalDate> meanings = new TreeMap<>();
            for (DateLanguage language : LANGUAGES) {
                DateWriter writer = new DateWriter(language.locale(), style);
                for (LocalDate date = LocalDate.of(1900, 1, 1); date.getYear() < 1903; date = date.plusDays(1)) {
                    LocalDate earlier = meanings.put(writer.write(date), date);
                    assertThat(earlier).as(language + " " + style).isIn(null, date);
                }
            }
        }
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        refused(
                "count",
                () -> new LocalizedDatesParameters(
                        999, DateSplit.TEST, List.of(DateLanguage.KO), List.of(DateStyle.FULL), 2003, 2003, 0, false));
        refused(
                "toYear",
                () -> new LocalizedDatesParameters(1, DateSplit.TEST, LANGUAGES, STYLES, 2003, 2002, 0, false));
        refused(
                "languages",
                () -> new LocalizedDatesParameters(1, DateSplit.TEST, List.of(), STYLES, 2003, 2003, 0, false));
        refused(
                "styles",
                () -> new LocalizedDatesParameters(
                        1, DateSplit.TEST, LANGUAGES, List.of(DateStyle.FULL, DateStyle.FULL), 2003, 2003, 0, false));
    }

    private static void refused(String parameter, org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo(parameter));
    }

    private static String write(DateLanguage language, DateStyle style, LocalDate date) {
        return new DateWriter(language.locale(), style).write(date);
    }

    private static LocalizedDatesParameters parameters(int count, DateSplit split) {
        return new LocalizedDatesParameters(count, split, LANGUAGES, STYLES, 1900, 2099, 0, false);
    }

    private static Reader reader(LocalizedDatesParameters parameters, long seed) {
        return new LocalizedDatesProvider().create(parameters, new Seeded(seed));
    }

    private static List<Example> read(Reader reader) {
        List<Example> examples = new ArrayList<>();
        try (ExampleStream stream = reader.open()) {
            stream.forEachRemaining(examples::add);
        }
        return examples;
    }

    private static String text(Example example, String key) {
        Raw raw = example.values().get(key);
        return raw instanceof Raw.Text text ? text.text() : "none";
    }

    private record Seeded(long seed) implements ReaderContext {
        @Override
        public Path resolve(String path) {
            throw new AssertionError("dates need no file");
        }

        @Override
        public RandomSource random() {
            return new Philox();
        }
    }
}
