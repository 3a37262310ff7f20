package org.example;

import dev.tendril.testkit.Examples;
import dev.tendril.testkit.TokenizerContract;

final class FrequentWordsTest extends TokenizerContract<FrequentWords.Parameters> {
    FrequentWordsTest() {
        super(ExamplePlugin.class, Examples.yaml("example/frequent_words", "{type: example/frequent_words, words: 2}"));
    }
}
