package dev.tendril.contracts.kinds.every;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.api.spi.SearchProvider;
import dev.tendril.api.spi.TokenizerProvider;
import dev.tendril.api.spi.TransformProvider;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** From data to ids and numbers, and back. */
final class Data {
    private Data() {}

    /** Two characters a token. */
    static final class PairsProvider extends Mine implements TokenizerProvider<NoParameters> {
        @Override
        public String description() {
            return "Two characters a token, the last may have one.";
        }

        @Override
        public Fitted<?, String, Tokenizer> create(NoParameters parameters) {
            return Fitted.constant(Pairs::new);
        }
    }

    private static final class Pairs implements Tokenizer {
        @Override
        public List<String> tokenize(String text) {
            List<String> tokens = new ArrayList<>();
            int from = 0;
            while (from < text.length()) {
                int left = text.codePointCount(from, text.length());
                int to = text.offsetByCodePoints(from, Math.min(2, left));
                tokens.add(text.substring(from, to));
                from = to;
            }
            return tokens;
        }

        @Override
        public String join(List<String> tokens) {
            return String.join("", tokens);
        }
    }

    /** Every token that was seen, in the order of the alphabet. */
    static final class SeenProvider extends Mine implements VocabularyProvider<NoParameters> {
        @Override
        public String description() {
            return "Every token that was seen, in the order of the alphabet.";
        }

        @Override
        public Fitted<?, List<String>, Vocabulary> create(NoParameters parameters, Role role) {
            return new Seen(role);
        }
    }

    private record Seen(VocabularyProvider.Role role) implements Fitted<Vocabulary.Table, List<String>, Vocabulary> {
        @Override
        public Class<Vocabulary.Table> state() {
            return Vocabulary.Table.class;
        }

        @Override
        public Vocabulary.Table fit(Iterable<List<String>> examples, FitContext context) {
            Set<String> seen = new TreeSet<>();
            examples.forEach(seen::addAll);
            if (role == VocabularyProvider.Role.LABELS) {
                return new Vocabulary.Table(List.copyOf(seen), Optional.empty(), Optional.empty(), Optional.empty());
            }
            List<String> tokens = new ArrayList<>(List.of("<?>", "<begin>", "<end>"));
            tokens.addAll(seen);
            return new Vocabulary.Table(tokens, Optional.of(0), Optional.of(1), Optional.of(2));
        }

        @Override
        public Vocabulary build(Vocabulary.Table state) {
            return new Vocabulary(state);
        }
    }

    /**
     * What {@link PerLargestProvider} learns.
     *
     * @param largest absolute value
     */
    record Largest(double largest) {}

    /** x′ = x / max |x|. */
    static final class PerLargestProvider extends Mine implements TransformProvider<NoParameters> {
        @Override
        public String description() {
            return "Divides by the largest number of the training split.";
        }

        @Override
        public Fitted<Largest, Raw.Numbers, Transform> create(NoParameters parameters) {
            return new Fitted<>() {
                @Override
                public Class<Largest> state() {
                    return Largest.class;
                }

                @Override
                public Largest fit(Iterable<Raw.Numbers> examples, FitContext context) {
                    double largest = 0;
                    for (Raw.Numbers each : examples) {
                        largest = Math.max(
                                largest,
                                Arrays.stream(each.values())
                                        .map(Math::abs)
                                        .max()
                                        .orElse(0));
                    }
                    return new Largest(largest == 0 ? 1 : largest);
                }

                @Override
                public Transform build(Largest state) {
                    return new Scaled(state.largest());
                }
            };
        }
    }

    private record Scaled(double unit) implements Transform {
        @Override
        public Raw.Numbers apply(Raw.Numbers numbers) {
            return each(numbers, 1 / unit);
        }

        @Override
        public Raw.Numbers invert(Raw.Numbers numbers) {
            return each(numbers, unit);
        }

        private static Raw.Numbers each(Raw.Numbers numbers, double factor) {
            return new Raw.Numbers(
                    numbers.shape(),
                    DoubleStream.of(numbers.values()).map(x -> factor * x).toArray());
        }
    }

    /** 64 words over a and b, how they read backwards, and how many a there are. */
    static final class CountedProvider extends Mine implements ReaderProvider<NoParameters> {
        @Override
        public String description() {
            return "Words over two letters, how they read backwards, and how often the first letter stands in them.";
        }

        @Override
        public Reader create(NoParameters parameters, ReaderContext context) {
            return new Counted();
        }
    }

    private static final class Counted implements Reader {
        private static final int WORDS = 64;

        @Override
        public Optional<Set<String>> keys() {
            return Optional.of(Set.of("word", "backwards", "count"));
        }

        @Override
        public ExampleStream open() {
            List<Example> examples = new ArrayList<>();
            for (int number = 0; number < WORDS; number++) {
                String word =
                        Integer.toBinaryString(WORDS + number).replace('0', 'a').replace('1', 'b');
                double count = word.chars().filter(letter -> letter == 'a').count();
                Raw backwards = new Raw.Text(new StringBuilder(word).reverse().toString());
                Raw counted = new Raw.Numbers(Shape.of(1), new double[] {count});
                examples.add(new Example(
                        Map.of("word", new Raw.Text(word), "backwards", backwards, "count", counted),
                        "word " + number));
            }
            return ExampleStream.of(examples);
        }
    }

    /** The likeliest token at every step, for one row after the other. */
    static final class FirstLikelyProvider extends Mine implements SearchProvider<NoParameters> {
        @Override
        public String description() {
            return "The likeliest token at every step.";
        }

        @Override
        public Search create(NoParameters parameters) {
            return (model, limits) -> walk(model, limits);
        }
    }

    private static <S extends CellState> List<List<Hypothesis>> walk(StepModel<S> model, Search.Limits limits) {
        int rows = model.rows();
        int steps =
                limits.maximumLength().stream().mapToInt(length -> length).max().orElse(0);
        int[] last = new int[rows];
        Arrays.fill(last, model.begin());
        double[] logProbability = new double[rows];
        boolean[] ended = new boolean[rows];
        List<List<Integer>> tokens = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            tokens.add(new ArrayList<>());
        }
        S state = model.start();
        for (int step = 0; step < steps; step++) {
            StepModel.Scored<S> scored = model.step(Ids.row(last), state);
            state = scored.state();
            double[] scores = scored.logProbabilities().toDoubles();
            for (int row = 0; row < rows; row++) {
                if (ended[row] || step >= limits.maximumLength().get(row)) {
                    continue;
                }
                last[row] = likeliest(scores, row * model.vocabulary(), model.vocabulary());
                logProbability[row] += scores[row * model.vocabulary() + last[row]];
                ended[row] = last[row] == model.end();
                if (!ended[row]) {
                    tokens.get(row).add(last[row]);
                }
            }
        }
        List<List<Hypothesis>> found = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double score = logProbability[row];
            found.add(List.of(new Hypothesis(tokens.get(row), score, score, ended[row], List.of())));
        }
        return found;
    }

    private static int likeliest(double[] scores, int from, int vocabulary) {
        int best = 0;
        for (int token = 1; token < vocabulary; token++) {
            best = scores[from + token] > scores[from + best] ? token : best;
        }
        return best;
    }
}
