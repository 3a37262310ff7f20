package dev.tendril.nlp.reader.fasta;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code fasta}. */
public final class FastaProvider implements ReaderProvider<FastaParameters> {
    @Override
    public String name() {
        return "fasta";
    }

    @Override
    public Class<FastaParameters> parameters() {
        return FastaParameters.class;
    }

    @Override
    public String description() {
        return "Sequences of residues in FASTA: 'id', 'description' and 'sequence'.";
    }

    @Override
    public Reader create(FastaParameters parameters, ReaderContext context) {
        return new FastaReader(FileNames.resolved(parameters.files(), context));
    }
}
