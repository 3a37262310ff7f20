package dev.tendril.plugin.tokenizers;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts to learn from and to trip over. */
final class Texts {
    /** Texts whose marks, white space, escapes and characters beyond 16 bits must survive. */
    static final List<String> AWKWARD = List.of(
            "",
            " ",
            "  ",
            "a",
            " a",
            "a ",
            "two  spaces and a\ttab\nand a line",
            "▁",
            "▂",
            "a▁b ▂c▂▁ ▁▂",
            "▂ ▁ ▂",
            "x▂",
            "no\u00a0break",
            "😀 grüße 漢字 e\u0301",
            "never seen: ÿþ");

    private Texts() {}

    /** Texts over few letters, so that pairs repeat and counts are often equal. */
    static List<String> random(long seed, int texts, int letters) {
        Random random = new Random(seed);
        List<String> result = new ArrayList<>();
        for (int text = 0; text < texts; text++) {
            StringBuilder written = new StringBuilder();
            int words = 1 + random.nextInt(5);
            for (int word = 0; word < words; word++) {
                written.append(word == 0 ? "" : " ");
                int length = 1 + random.nextInt(7);
                for (int at = 0; at < length; at++) {
                    written.append((char) ('a' + random.nextInt(letters)));
                }
            }
            result.add(written.toString());
        }
        return result;
    }

    static FitContext context() {
        return new FitContext(source(), RandomKey.of(1), new CancellationToken());
    }

    private static RandomSource source() {
        try (TendrilEngine engine = TendrilEngine.builder().threads(1).build()) {
            return engine.random();
        }
    }

    /** A tokenizer that learnt from texts. */
    static <S extends Record> Tokenizer fitted(Fitted<S, String, Tokenizer> fitted, List<String> texts) {
        return fitted.build(fitted.fit(texts, context()));
    }
}
