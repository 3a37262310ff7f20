package dev.tendril.nlp.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearNamesTest {
    @Test
    void namesThatAreNearAreAskedFor() {
        assertThat(NearNames.instead("valeu", List.of("value", "time"))).isEqualTo("did you mean 'value'?");
        assertThat(NearNames.instead("OT", List.of("ot", "HUFL"))).isEqualTo("did you mean 'ot'?");
        assertThat(NearNames.instead("HULF", List.of("HUFL", "HULL", "OT")))
                .isEqualTo("did you mean 'HUFL' or 'HULL'?");
    }

    @Test
    void otherwiseAllNamesAreListedUpToALimit() {
        assertThat(NearNames.instead("price", List.of("value", "time"))).isEqualTo("there are value, time");
        List<String> many =
                IntStream.range(0, 31).mapToObj(each -> "column" + each).toList();
        assertThat(NearNames.instead("price", many))
                .startsWith("there are column0, ")
                .endsWith("column19, …");
    }
}
