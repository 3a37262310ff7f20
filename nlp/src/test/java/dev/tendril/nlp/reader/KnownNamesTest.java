package dev.tendril.nlp.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownNamesTest {

    @Test
    void theNamesAreListedAndVeryManyAreCutOff() {
        assertThat(KnownNames.of(List.of("value", "time"))).isEqualTo("there are value, time");
        List<String> many =
                IntStream.rangeClosed(1, 21).mapToObj(Integer::toString).toList();
        assertThat(KnownNames.of(many)).endsWith(", 19, 20, …");
    }
}
