package dev.tendril.nlp.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What depends on the whole Java runs in one of its own: locale data are chosen once, when it starts. */
class LocaleDataTest {
    @ParameterizedTest
    @EnumSource(DateLanguage.class)
    void thisJavaWritesTheLanguageAsEveryJavaShould(DateLanguage language) {
        assertThat(LocaleData.checkSum(language.locale())).isEqualTo(language.expectedCheck());
    }

    @Test
    void theDefaultLocaleHasNoSay() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(LocaleData.checkSum(DateLanguage.FI.locale())).isEqualTo(DateLanguage.FI.expectedCheck());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aJavaWithoutLocaleDataIsRefused() throws Exception {
        assertThat(probe("--limit-modules", "java.base"))
                .startsWith(
                        "localized_dates: this Java has no locale data for 'de'; run on one with the module jdk.localedata");
    }

    @Test
    void aJavaWithItsLocaleDataIsAccepted() throws Exception {
        assertThat(probe()).isEqualTo("accepted");
        assertThat(probe("-Duser.language=ar", "-Duser.country=SA")).isEqualTo("accepted");
    }

    @Test
    void providersThatHaveNoLanguagesAreRefused() throws Exception {
        assertThat(probe("-Djava.locale.providers=SPI"))
                .isEqualTo("localized_dates: with the system property java.locale.providers=SPI dates of 'de' are not"
                        + " written as CLDR has them; remove the property");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_22, disabledReason = "Java 23 removed the COMPAT provider")
    void providersThatWriteOtherwiseAreRefused() throws Exception {
        assertThat(probe("-Djava.locale.providers=COMPAT"))
                .startsWith("localized_dates: with the system property java.locale.providers=COMPAT dates of 'es'");
    }

    @Test
    void providersThatChangeNothingAreAccepted() throws Exception {
        assertThat(probe("-Djava.locale.providers=CLDR,SPI")).isEqualTo("accepted");
    }

    private static String probe(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(LocaleProbe.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output.strip();
    }
}
