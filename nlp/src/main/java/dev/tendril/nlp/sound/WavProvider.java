package dev.tendril.nlp.sound;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.TsvParameters;
import dev.tendril.nlp.reader.TsvProvider;

/** Registers {@code wav}. */
public final class WavProvider implements ReaderProvider<WavParameters> {
    private final TsvProvider tables = new TsvProvider();

    @Override
    public String name() {
        return "wav";
    }

    @Override
    public Class<WavParameters> parameters() {
        return WavParameters.class;
    }

    @Override
    public String description() {
        return "Recordings of up to " + WaveSamples.LONGEST
                + " samples in WAVE files (PCM, floating point of 32 bits), named"
                + " by a column of tables with a header and columns divided by tabs, such as spreadsheets save them:"
                + " 'frames' [T, coefficients] beside all columns of a recording's line.";
    }

    @Override
    public Reader create(WavParameters parameters, ReaderContext context) {
        Reader rows = tables.create(new TsvParameters(parameters.files(), true), context);
        return new WavReader(rows, parameters, context);
    }
}
