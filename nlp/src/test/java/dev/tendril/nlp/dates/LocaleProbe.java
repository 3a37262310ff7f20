package dev.tendril.nlp.dates;

import dev.tendril.api.DataException;
import java.util.List;

/** Run by {@link LocaleDataTest} in a Java of its own: says whether the locale data are accepted. */
final class LocaleProbe {
    private LocaleProbe() {}

    public static void main(String[] arguments) {
        try {
            LocaleData.check(List.of(DateLanguage.values()), "localized_dates");
            System.out.println("accepted");
        } catch (DataException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
