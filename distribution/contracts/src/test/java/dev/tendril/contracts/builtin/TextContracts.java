package dev.tendril.contracts.builtin;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.api.training.Reference;
import dev.tendril.runtime.plugin.CorePlugin;
import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.Examples;
import dev.tendril.testkit.Judged;
import dev.tendril.testkit.MetricContract;
import dev.tendril.testkit.ReaderContract;
import dev.tendril.testkit.SearchContract;
import dev.tendril.testkit.TokenizerContract;
import dev.tendril.testkit.TransformContract;
import dev.tendril.testkit.VocabularyContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How every component of the module {@code nlp} is tried. */
final class TextContracts {
    private static final Path FILES = Path.of("src", "test", "resources", "readers");
    private static final Path RECORDINGS = Path.of("..", "..", "examples", "shapes");

    private final List<ComponentContract<?>> contracts = new ArrayList<>();

    private TextContracts() {}

    static List<ComponentContract<?>> all() {
        TextContracts all = new TextContracts();
        all.tokenizers();
        all.vocabularies();
        all.transforms();
        all.readers();
        all.metrics();
        all.searches();
        return all.contracts;
    }

    private void tokenizers() {
        contracts.add(new TokenizerContract<>(CorePlugin.class, Examples.yaml("characters")) {});
        contracts.add(new TokenizerContract<>(CorePlugin.class, Examples.yaml("whitespace")) {
            @Override
            protected String joined(String text) {
                return text.strip().replaceAll("\\s+", " ");
            }
        });
        contracts.add(words("words", false));
        contracts.add(words("{type: words, lowercase: true}", true));
    }

    /** Words and single other characters, a space between any two. */
    private static TokenizerContract<?> words(String yaml, boolean lowercase) {
        Pattern token = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");
        return new TokenizerContract<>(CorePlugin.class, Examples.yaml(yaml)) {
            @Override
            protected String joined(String text) {
                return token.matcher(lowercase ? text.toLowerCase(Locale.ROOT) : text)
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.joining(" "));
            }
        };
    }

    private void vocabularies() {
        contracts.add(new VocabularyContract<>(CorePlugin.class, Examples.yaml("frequency")) {});
        contracts.add(
                new VocabularyContract<>(
                        CorePlugin.class, Examples.yaml("{type: frequency, min_count: 2, max_size: 5}")) {
                    @Override
                    protected List<VocabularyProvider.Role> roles() {
                        return List.of(VocabularyProvider.Role.TOKENS);
                    }
                });
        contracts.add(new VocabularyContract<>(CorePlugin.class, Examples.yaml("{type: integers, from: 3, to: 7}")) {
            @Override
            protected List<List<String>> tokens() {
                return List.of(List.of("3"), List.of(), List.of("5", "7"));
            }

            @Override
            protected List<VocabularyProvider.Role> roles() {
                return List.of(VocabularyProvider.Role.LABELS);
            }
        });
    }

    private void transforms() {
        for (String name : List.of("standardize", "min_max")) {
            contracts.add(new TransformContract<>(CorePlugin.class, Examples.yaml(name), 3) {});
        }
    }

    private void readers() {
        reader("{type: lines, files: [lines.txt]}");
        reader("{type: text, files: [lines.txt], parts: 2}");
        reader("{type: tsv, files: [table.tsv]}");
        reader("{type: csv, files: [table.csv]}");
        reader("{type: json, files: [list.json]}");
        reader("{type: jsonl, files: [list.jsonl]}");
        reader("{type: parallel, source: lines.txt, target: lines.txt}");
        reader("{type: conllu, files: [words.conllu]}");
        reader("{type: arff, files: [table.arff]}");
        reader("{type: fasta, files: [genes.fasta]}");
        reader("{type: forecast_windows, file: series.csv, inputs: [value], targets: [value], length: 2, time: when}");
        reader("{type: localized_dates, count: 7, languages: [en, fi]}");
        reader("{type: weekday_months, languages: [en]}");
        contracts.add(
                new ReaderContract<>(
                        CorePlugin.class, Examples.yaml("{type: wav, files: [recordings.tsv]}"), RECORDINGS) {});
    }

    private void reader(String yaml) {
        contracts.add(new ReaderContract<>(CorePlugin.class, Examples.yaml(yaml), FILES) {});
    }

    private void metrics() {
        List<Judged> judged = List.of(text("the cat", "the cat"), text("a dog", "the dogs"), text("", "x"));
        for (String name : List.of("exact_match", "character_error_rate", "token_error_rate", "word_error_rate")) {
            contracts.add(new MetricContract<>(CorePlugin.class, Examples.yaml(name), judged) {});
        }
    }

    private static Judged text(String predicted, String wanted) {
        Prediction.Candidate best = new Prediction.Candidate(predicted, words(predicted), -1, -1, List.of());
        return new Judged(new Prediction.Text(List.of(best)), new Reference.Text(words(wanted), wanted));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private void searches() {
        contracts.add(new SearchContract<>(CorePlugin.class, Examples.yaml("greedy")) {
            @Override
            protected int results() {
                return 1;
            }
        });
        contracts.add(
                new SearchContract<>(
                        CorePlugin.class, Examples.yaml("beam", "{type: beam, width: 3, length_penalty: 0.6}")) {});
        contracts.add(
                new SearchContract<>(
                        CorePlugin.class,
                        Examples.yaml("sampling", "{type: sampling, temperature: 0.7, top_k: 3}")) {});
    }
}
