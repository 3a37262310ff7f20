package dev.tendril.nlp.dates;

import dev.tendril.api.DataException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that the JDK knows the languages, and says when it writes them otherwise than JDK 17 and 25 do, whose locale data
 * (CLDR 39 and 47) agree on every date of these languages and styles.
 */
final class LocaleData {
    private static final Logger LOG = LoggerFactory.getLogger(LocaleData.class);
    private static final String PROVIDERS = "java.locale.providers";

    private LocaleData() {}

    /**
     * Checks the languages.
     *
     * @throws DataException if the JDK has no data for one, or takes other data than CLDR's because it was told to
     */
    static void check(List<DateLanguage> languages, String where) {
        for (DateLanguage language : languages) {
            int actual = checkSum(language.locale());
            if (actual != language.expectedCheck()) {
                differs(language, actual, where);
            }
        }
    }

    /** Over the dates of a leap year, which has every month, day and day of the week, in every style. */
    static int checkSum(Locale locale) {
        CRC32 sum = new CRC32();
        for (DateStyle style : DateStyle.values()) {
            DateWriter writer = new DateWriter(locale, style);
            for (LocalDate day = LocalDate.of(2000, 1, 1); day.getYear() == 2000; day = day.plusDays(1)) {
                sum.update(writer.write(day).getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }

    private static void differs(DateLanguage language, int actual, String where) {
        String providers = System.getProperty(PROVIDERS);
        if (providers != null) {
            throw new DataException(
                    where,
                    "with the system property " + PROVIDERS + "=" + providers + " dates of '" + language.code()
                            + "' are not written as CLDR has them; remove the property");
        }
        if (actual == checkSum(Locale.ROOT)) {
            throw new DataException(
                    where,
                    "this Java has no locale data for '" + language.code()
                            + "'; run on one with the module jdk.localedata");
        }
        LOG.warn(
                "{}: Java {} writes dates of '{}' otherwise than Java 17 and 25; figures will not compare exactly",
                where,
                Runtime.version(),
                language.code());
    }
}
