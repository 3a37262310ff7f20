package dev.tendril.nlp.reader.conllu;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code conllu}. */
public final class ConlluProvider implements ReaderProvider<ConlluParameters> {
    @Override
    public String name() {
        return "conllu";
    }

    @Override
    public Class<ConlluParameters> parameters() {
        return ConlluParameters.class;
    }

    @Override
    public String description() {
        return "Annotated sentences in CoNLL-U: lists 'form', 'lemma', 'upos', 'xpos', 'feats', 'head', 'deprel', and 'text'.";
    }

    @Override
    public Reader create(ConlluParameters parameters, ReaderContext context) {
        return new ConlluReader(FileNames.resolved(parameters.files(), context));
    }
}
