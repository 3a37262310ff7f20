package dev.tendril.plugin.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.data.Tokenizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BytesTest {
    private final Tokenizer bytes = new BytesTokenizer();

    @Test
    void everyByteIsAToken() {
        assertThat(bytes.tokenize("a ß\n<")).containsExactly("a", " ", "<0xC3>", "<0x9F>", "<0x0A>", "<");
    }

    @Test
    void everyTextJoinsAgain() {
        assertThat(Texts.AWKWARD)
                .allSatisfy(text -> assertThat(bytes.join(bytes.tokenize(text))).isEqualTo(text));
        String all = IntStream.range(0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(bytes.join(bytes.tokenize(all))).isEqualTo(all);
        assertThat(bytes.join(bytes.tokenize("<0xC3>"))).isEqualTo("<0xC3>");
    }

    @Test
    void whatIsNoUtf8BecomesTheReplacementCharacter() {
        assertThat(bytes.join(List.of("a", "<0xC3>", "b"))).isEqualTo("a\uFFFDb");
        assertThat(bytes.join(List.of("a", "<unk>"))).isEqualTo("a\uFFFD");
    }
}
