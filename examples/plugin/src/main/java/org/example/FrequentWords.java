package org.example;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.TokenizerProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The most frequent words of the training split are tokens; everything else is cut into characters. Joining gives the text back. */
public final class FrequentWords implements TokenizerProvider<FrequentWords.Parameters> {
    private static final Pattern PARTS = Pattern.compile("\\p{L}+|\\P{L}");

    /** What stands in a model file: {@code {type: example/frequent_words, words: 50}}. */
    public record Parameters(
            @Param("How many words are tokens.") @Default("100") @Range(min = 1)
            int words) {}

    /** What was learnt; it is stored with the model. */
    public record Learnt(
            @Param("The words that are tokens, most frequent first.")
            List<String> words) {}

    private record Learning(int most) implements Fitted<Learnt, String, Tokenizer> {
        @Override
        public Class<Learnt> state() {
            return Learnt.class;
        }

        @Override
        public Learnt fit(Iterable<String> examples, FitContext context) {
            Map<String, Integer> counts = new TreeMap<>(); // sorted, so that equal counts have one order
            for (String text : examples) {
                parts(text).forEach(part -> counts.merge(part, 1, Integer::sum));
            }
            return new Learnt(counts.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .limit(most)
                    .toList());
        }

        @Override
        public Tokenizer build(Learnt state) {
            return new Cutting(new HashSet<>(state.words()));
        }
    }

    private record Cutting(Set<String> words) implements Tokenizer {
        @Override
        public List<String> tokenize(String text) {
            List<String> tokens = new ArrayList<>();
            for (String part : parts(text)) {
                if (words.contains(part)) {
                    tokens.add(part);
                } else {
                    part.codePoints().mapToObj(Character::toString).forEach(tokens::add);
                }
            }
            return tokens;
        }

        @Override
        public String join(List<String> tokens) {
            return String.join("", tokens);
        }
    }

    private static List<String> parts(String text) {
        return PARTS.matcher(text).results().map(MatchResult::group).toList();
    }

    @Override
    public String name() {
        return "frequent_words";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String description() {
        return "The most frequent words, and characters for the rest.";
    }

    @Override
    public Fitted<?, String, Tokenizer> create(Parameters parameters) {
        return new Learning(parameters.words());
    }
}
