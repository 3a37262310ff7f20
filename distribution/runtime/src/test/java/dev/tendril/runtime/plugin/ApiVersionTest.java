package dev.tendril.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiVersionTest {

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.3, true",
        "0.3, 0.2, false",
        "0.3, 0.4, false",
        "1.3, 0.3, false",
        "1.3, 1.3, true",
        "1.3, 1.2, true",
        "1.3, 1.4, false",
        "2.0, 1.9, false"
    })
    void beforeTheFirstStableVersionOnlyTheSameMinorIsTaken(ApiText host, ApiText plugin, boolean taken) {
        assertThat(host.version().accepts(plugin.version())).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2.3", "01.2", "1.x", " 1.2", "-1.2", "99999999999.0"})
    void whatIsNoVersionIsNone(String text) {
        assertThat(ApiVersion.parse(text)).isEmpty();
    }

    @Test
    void aVersionIsWrittenAsItIsRead() {
        assertThat(ApiVersion.parse("13.7").orElseThrow()).hasToString("13.7");
    }

    /** Lets JUnit convert the text of a column. */
    record ApiText(String text) {
        ApiVersion version() {
            return ApiVersion.parse(text).orElseThrow();
        }
    }
}
