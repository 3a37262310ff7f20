package dev.tendril.plugin.tokenizers;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.TokenizerProvider;

/** Registers {@code bpe}. */
final class BpeProvider implements TokenizerProvider<BpeParameters> {
    @Override
    public String name() {
        return "bpe";
    }

    @Override
    public Class<BpeParameters> parameters() {
        return BpeParameters.class;
    }

    @Override
    public String description() {
        return "Byte-pair encoding: the most frequent pairs of tokens become tokens (Sennrich et al. 2016); joined exactly.";
    }

    @Override
    public Fitted<?, String, Tokenizer> create(BpeParameters parameters) {
        return new Fit(parameters);
    }

    private record Fit(BpeParameters parameters) implements Fitted<BpeMerges, String, Tokenizer> {
        @Override
        public Class<BpeMerges> state() {
            return BpeMerges.class;
        }

        @Override
        public BpeMerges fit(Iterable<String> examples, FitContext context) {
            WordCounts words = WordCounts.of(examples, parameters.mark()::words);
            return new BpeLearner(parameters).learn(words, context.cancellation());
        }

        @Override
        public Tokenizer build(BpeMerges learnt) {
            return new BpeTokenizer(parameters.mark(), learnt);
        }
    }
}
