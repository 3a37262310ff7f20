package dev.tendril.plugin.tokenizers;

import com.google.re2j.Pattern;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.Examples;
import dev.tendril.testkit.PluginContract;
import dev.tendril.testkit.TokenizerContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** What Tendril relies on in every tokenizer of the plugin. */
final class TokenizersPluginTest extends PluginContract {
    TokenizersPluginTest() {
        super(TokenizersPlugin.class);
    }

    @Override
    protected List<ComponentContract<?>> contracts() {
        return List.of(new Bpe(), new Unigram(), new WordPiece(), new Regex(), new Bytes());
    }

    @Override
    protected List<Class<?>> libraries() {
        return List.of(Pattern.class);
    }

    @Nested
    final class Bpe extends TokenizerContract<BpeParameters> {
        Bpe() {
            super(
                    TokenizersPlugin.class,
                    Examples.yaml("bpe", "{type: bpe, merges: 7, mark: start}", "{type: bpe, size: 53, min_count: 1}"));
        }
    }

    @Nested
    final class Unigram extends TokenizerContract<UnigramParameters> {
        Unigram() {
            super(TokenizersPlugin.class, Examples.yaml("unigram", "{type: unigram, size: 53, longest: 5}"));
        }
    }

    @Nested
    final class WordPiece extends TokenizerContract<WordPieceParameters> {
        WordPiece() {
            super(TokenizersPlugin.class, Examples.yaml("wordpiece", "{type: wordpiece, size: 61, min_count: 1}"));
        }

        @Override
        protected String joined(String text) {
            return String.join(" ", Splitting.words(text));
        }
    }

    @Nested
    final class Regex extends TokenizerContract<RegexParameters> {
        Regex() {
            super(
                    TokenizersPlugin.class,
                    Examples.yaml(
                            "{type: regex, pattern: '\\pL+|\\PL+', join: ''}",
                            "{type: regex, pattern: '(?s).', join: ''}"));
        }
    }

    @Nested
    final class Bytes extends TokenizerContract<NoParameters> {
        Bytes() {
            super(TokenizersPlugin.class, Examples.yaml("bytes"));
        }
    }
}
