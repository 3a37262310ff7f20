package dev.tendril.testkit.planted;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.TokenizerProvider;
import dev.tendril.api.spi.TransformProvider;
import dev.tendril.api.spi.VocabularyProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Parts of the way of text and numbers, right but for what their name says. */
final class Texts {
    private Texts() {}

    /**
     * What was learnt.
     *
     * @param seen how often
     */
    public record Seen(
            @Param("How often something was seen.") int seen) {}

    private record Learning<E, T>(Function<Integer, Integer> fitting, Function<Seen, T> building)
            implements Fitted<Seen, E, T> {
        @Override
        public Class<Seen> state() {
            return Seen.class;
        }

        @Override
        public Seen fit(Iterable<E> examples, FitContext context) {
            int seen = 0;
            for (E example : examples) {
                seen += example == null ? 0 : 1;
            }
            return new Seen(fitting.apply(seen));
        }

        @Override
        public T build(Seen state) {
            return building.apply(state);
        }
    }

    // ---- tokenizers ----

    private record Cutting(Function<String, List<String>> cutting, Function<List<String>, String> joining)
            implements Tokenizer {
        @Override
        public List<String> tokenize(String text) {
            return cutting.apply(text);
        }

        @Override
        public String join(List<String> tokens) {
            return joining.apply(tokens);
        }
    }

    private record OfTokenizer(String name, Supplier<Fitted<?, String, Tokenizer>> making)
            implements Defective, TokenizerProvider<NoParameters> {
        @Override
        public Fitted<?, String, Tokenizer> create(NoParameters parameters) {
            return making.get();
        }
    }

    static List<TokenizerProvider<?>> tokenizers() {
        AtomicInteger fits = new AtomicInteger();
        Kept<String> kept = new Kept<>("");
        return List.of(
                new OfTokenizer("right", () -> Fitted.constant(() -> cutting(Texts::characters))),
                new OfTokenizer("forgets", Texts::forgetful),
                new OfTokenizer(
                        "counts_its_fits",
                        () -> new Learning<>(
                                seen -> seen + fits.incrementAndGet(), seen -> cutting(Texts::characters))),
                new OfTokenizer(
                        "loses_spaces",
                        () -> Fitted.constant(() -> cutting(text -> characters(text).stream()
                                .filter(token -> !token.isBlank())
                                .toList()))),
                new OfTokenizer(
                        "begins_with_a_mark",
                        () -> Fitted.constant(() -> new Cutting(
                                text -> {
                                    List<String> tokens = new ArrayList<>(List.of("^"));
                                    tokens.addAll(characters(text));
                                    return tokens;
                                },
                                tokens -> String.join("", tokens.subList(1, tokens.size()))))),
                new OfTokenizer(
                        "cuts_in_two",
                        () -> Fitted.constant(() -> cutting(text -> text.chars()
                                .mapToObj(unit -> String.valueOf((char) unit))
                                .toList()))),
                new OfTokenizer(
                        "keeps_its_text",
                        () -> Fitted.constant(() -> cutting(text -> characters(kept.through(text))))));
    }

    private static Tokenizer cutting(Function<String, List<String>> cutting) {
        return new Cutting(cutting, tokens -> String.join("", tokens));
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** Fitting counts the texts in a field; what is built reads the field, not the state. */
    private static Fitted<?, String, Tokenizer> forgetful() {
        AtomicInteger texts = new AtomicInteger();
        return new Learning<>(
                seen -> {
                    texts.set(seen);
                    return seen;
                },
                seen -> cutting(text -> texts.get() == 0 && !text.isEmpty() ? List.of(text) : characters(text)));
    }

    // ---- vocabularies ----

    private record OfVocabulary(String name, int begin) implements Defective, VocabularyProvider<NoParameters> {
        @Override
        public Fitted<?, List<String>, Vocabulary> create(NoParameters parameters, Role role) {
            return new Choosing(role, begin);
        }
    }

    private record Choosing(VocabularyProvider.Role role, int begin)
            implements Fitted<Vocabulary.Table, List<String>, Vocabulary> {
        @Override
        public Class<Vocabulary.Table> state() {
            return Vocabulary.Table.class;
        }

        @Override
        public Vocabulary.Table fit(Iterable<List<String>> examples, FitContext context) {
            TreeSet<String> seen = new TreeSet<>();
            examples.forEach(seen::addAll);
            List<String> tokens = new ArrayList<>(seen);
            if (role == VocabularyProvider.Role.LABELS) {
                return new Vocabulary.Table(tokens, Optional.empty(), Optional.empty(), Optional.empty());
            }
            tokens.addAll(0, List.of("<unknown>", "<begin>", "<end>"));
            return new Vocabulary.Table(tokens, Optional.of(0), Optional.of(begin), Optional.of(2));
        }

        @Override
        public Vocabulary build(Vocabulary.Table state) {
            return new Vocabulary(state);
        }
    }

    static List<VocabularyProvider<?>> vocabularies() {
        return List.of(new OfVocabulary("right", 1), new OfVocabulary("begins_elsewhere", 3));
    }

    // ---- transforms ----

    private record Numbers(UnaryOperator<Raw.Numbers> there, UnaryOperator<Raw.Numbers> back) implements Transform {
        @Override
        public Raw.Numbers apply(Raw.Numbers numbers) {
            return there.apply(numbers);
        }

        @Override
        public Raw.Numbers invert(Raw.Numbers numbers) {
            return back.apply(numbers);
        }
    }

    private record OfTransform(String name, int more, Transform transform)
            implements Defective, TransformProvider<NoParameters> {
        @Override
        public Fitted<?, Raw.Numbers, Transform> create(NoParameters parameters) {
            return Fitted.constant(() -> transform);
        }

        @Override
        public int features(NoParameters parameters, int before) {
            return before + more;
        }
    }

    static List<TransformProvider<?>> transforms() {
        return List.of(
                new OfTransform("right", 0, new Numbers(scaled(2), scaled(0.5))),
                new OfTransform("claims_another_size", 1, new Numbers(scaled(2), scaled(0.5))),
                new OfTransform("divides_by_nothing", 0, new Numbers(scaled(Double.NaN), scaled(0.5))),
                new OfTransform("inverts_badly", 0, new Numbers(scaled(2), scaled(0.51))));
    }

    private static UnaryOperator<Raw.Numbers> scaled(double factor) {
        return numbers -> new Raw.Numbers(
                numbers.shape(),
                Arrays.stream(numbers.values()).map(value -> value * factor).toArray());
    }
}
