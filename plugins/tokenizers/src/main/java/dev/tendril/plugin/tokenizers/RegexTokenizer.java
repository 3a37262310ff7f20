package dev.tendril.plugin.tokenizers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.TokenizerProvider;
import dev.tendril.plugin.tokenizers.RegexParameters.Matches;
import java.util.ArrayList;
import java.util.List;

/**
 * One token per match of a pattern, or per stretch between its matches; empty ones are left out. The time is linear in the length of the
 * text whatever the pattern, since RE2 never goes back in it.
 */
final class RegexTokenizer implements Tokenizer {
    private final Pattern pattern;
    private final Matches matches;
    private final String join;

    RegexTokenizer(RegexParameters parameters) {
        this.pattern = parameters.compiled();
        this.matches = parameters.matches();
        this.join = parameters.join();
    }

    @Override
    public List<String> tokenize(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (matcher.find()) {
            boolean whole = matches == Matches.TOKENS;
            add(text, whole ? matcher.start() : from, whole ? matcher.end() : matcher.start(), tokens);
            from = matcher.end();
        }
        if (matches == Matches.SEPARATORS) {
            add(text, from, text.length(), tokens);
        }
        return tokens;
    }

    private static void add(String text, int from, int to, List<String> tokens) {
        if (to > from) {
            tokens.add(text.substring(from, to));
        }
    }

    @Override
    public String join(List<String> tokens) {
        return String.join(join, tokens);
    }

    static final class Provider implements TokenizerProvider<RegexParameters> {
        @Override
        public String name() {
            return "regex";
        }

        @Override
        public Class<RegexParameters> parameters() {
            return RegexParameters.class;
        }

        @Override
        public String description() {
            return "One token per match of a pattern, or per stretch between its matches.";
        }

        @Override
        public Fitted<?, String, Tokenizer> create(RegexParameters parameters) {
            return Fitted.constant(() -> new RegexTokenizer(parameters));
        }
    }
}
