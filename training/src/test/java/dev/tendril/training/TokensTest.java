package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.data.Batch;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TokensTest {
    @Test
    void countsTheWordsOfRealSentences() {
        Lengths sentences = Lengths.of(2, 1);
        Lengths words = Lengths.of(5, 2, 3, 4, 1, 1); // the third, fifth and sixth sentences are padding
        IdSequence text = new IdSequence(Ids.of(Shape.of(2, 3, 5), new int[30]), List.of(sentences, words));
        IdSequence label = IdSequence.single(0, 1);
        assertThat(Tokens.of(new Batch(new long[2], Map.of("text", text, "label", label))))
                .isEqualTo(5 + 2 + 4);
    }
}
