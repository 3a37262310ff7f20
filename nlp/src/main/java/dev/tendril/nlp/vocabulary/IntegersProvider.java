package dev.tendril.nlp.vocabulary;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.VocabularyProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Registers {@code integers}: all whole numbers between two as labels, whether the training split holds them or not. */
public final class IntegersProvider implements VocabularyProvider<IntegersParameters> {
    @Override
    public String name() {
        return "integers";
    }

    @Override
    public Class<IntegersParameters> parameters() {
        return IntegersParameters.class;
    }

    @Override
    public String description() {
        return "All whole numbers between two as labels, such as the keys of a piano, seen in training or not.";
    }

    @Override
    public Fitted<Vocabulary.Table, List<String>, Vocabulary> create(IntegersParameters parameters, Role role) {
        if (role == Role.TOKENS) {
            throw new InvalidParameter("from", "integers are labels, and this is a field of text; use frequency");
        }
        return new Fit(parameters);
    }

    /**
     * Learns nothing from the examples.
     *
     * @param parameters which numbers
     */
    private record Fit(IntegersParameters parameters) implements Fitted<Vocabulary.Table, List<String>, Vocabulary> {
        @Override
        public Class<Vocabulary.Table> state() {
            return Vocabulary.Table.class;
        }

        @Override
        public Vocabulary.Table fit(Iterable<List<String>> examples, FitContext context) {
            List<String> tokens = IntStream.rangeClosed(parameters.from(), parameters.to())
                    .mapToObj(Integer::toString)
                    .toList();
            return new Vocabulary.Table(tokens, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Vocabulary build(Vocabulary.Table table) {
            return new Vocabulary(table);
        }
    }
}
