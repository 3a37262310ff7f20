package dev.tendril.nlp.vocabulary;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.VocabularyProvider.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts tokens and gives ids by descending count; tokens that occur equally often stand in the order of their UTF-16 units. */
final class FrequencyVocabulary implements Fitted<Vocabulary.Table, List<String>, Vocabulary> {
    private final FrequencyParameters parameters;
    private final Role role;

    FrequencyVocabulary(FrequencyParameters parameters, Role role) {
        this.parameters = parameters;
        this.role = role;
    }

    @Override
    public Class<Vocabulary.Table> state() {
        return Vocabulary.Table.class;
    }

    @Override
    public Vocabulary.Table fit(Iterable<List<String>> examples, FitContext context) {
        Map<String, Long> counts = count(examples);
        List<String> chosen = choose(counts);
        remark(counts, context.remarks());
        if (role == Role.LABELS) {
            return new Vocabulary.Table(chosen, Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<String> tokens = new ArrayList<>(List.of(SpecialTokens.UNKNOWN, SpecialTokens.BEGIN, SpecialTokens.END));
        tokens.addAll(chosen);
        return new Vocabulary.Table(tokens, Optional.of(0), Optional.of(1), Optional.of(2));
    }

    @Override
    public Vocabulary build(Vocabulary.Table table) {
        return new Vocabulary(table);
    }

    private static Map<String, Long> count(Iterable<List<String>> examples) {
        Map<String, Long> counts = new HashMap<>();
        for (List<String> tokens : examples) {
            for (String token : tokens) {
                if (SpecialTokens.clashes(token)) {
                    throw new TendrilException(
                            "a token of the training split holds NUL (U+0000), which is kept for special"
                                    + " tokens; remove it from the data");
                }
                counts.merge(token, 1L, Long::sum);
            }
        }
        return counts;
    }

    /** A cut-off that leaves out nothing was written for other data, and the unknown token is then never learnt. */
    private void remark(Map<String, Long> counts, Consumer<String> remarks) {
        long often = counts.values().stream()
                .filter(count -> count >= parameters.minCount())
                .count();
        if (parameters.minCount() > 1 && often == counts.size()) {
            remarks.accept("min_count: " + parameters.minCount() + " leaves out none of the " + often
                    + " tokens; raise it or remove it");
        }
        parameters
                .maxSize()
                .filter(most -> most >= often)
                .ifPresent(most -> remarks.accept(
                        "max_size: " + most + " leaves out none of the " + often + " tokens; lower it or remove it"));
    }

    private List<String> choose(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= parameters.minCount())
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(parameters.maxSize().orElse(Integer.MAX_VALUE))
                .map(Map.Entry::getKey)
                .toList();
    }
}
