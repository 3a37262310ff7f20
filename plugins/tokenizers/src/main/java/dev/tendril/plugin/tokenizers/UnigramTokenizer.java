package dev.tendril.plugin.tokenizers;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.TokenizerProvider;
import dev.tendril.plugin.tokenizers.UnigramModel.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Unigram language model (Kudo 2018): a word is cut in the way that is likeliest. Words are marked at their start. A character that does not
 * occur in the training split is a token of its own. Joining restores the text exactly.
 */
final class UnigramTokenizer implements Tokenizer {
    private static final SpaceMark MARK = SpaceMark.START;

    private final UnigramModel model;

    UnigramTokenizer(UnigramPieces learnt) {
        this.model = new UnigramModel(
                learnt.tokens(),
                learnt.logProbabilities().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    @Override
    public List<String> tokenize(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : MARK.words(text)) {
            int[] points = word.codePoints().toArray();
            Path path = model.best(points, UnigramModel.NOTHING);
            int before = tokens.size();
            for (int end = points.length; end > 0; end = path.start(end)) {
                tokens.add(new String(points, path.start(end), end - path.start(end)));
            }
            Collections.reverse(tokens.subList(before, tokens.size()));
        }
        return tokens;
    }

    @Override
    public String join(List<String> tokens) {
        return MARK.join(tokens);
    }

    static final class Provider implements TokenizerProvider<UnigramParameters> {
        @Override
        public String name() {
            return "unigram";
        }

        @Override
        public Class<UnigramParameters> parameters() {
            return UnigramParameters.class;
        }

        @Override
        public String description() {
            return "Unigram language model: the likeliest cut into tokens learnt by expectation and maximisation (Kudo 2018); joined"
                    + " exactly.";
        }

        @Override
        public Fitted<?, String, Tokenizer> create(UnigramParameters parameters) {
            return new Fit(parameters);
        }
    }

    private record Fit(UnigramParameters parameters) implements Fitted<UnigramPieces, String, Tokenizer> {
        @Override
        public Class<UnigramPieces> state() {
            return UnigramPieces.class;
        }

        @Override
        public UnigramPieces fit(Iterable<String> examples, FitContext context) {
            return UnigramLearner.learn(parameters, WordCounts.of(examples, MARK::words), context.cancellation());
        }

        @Override
        public Tokenizer build(UnigramPieces learnt) {
            return new UnigramTokenizer(learnt);
        }
    }
}
