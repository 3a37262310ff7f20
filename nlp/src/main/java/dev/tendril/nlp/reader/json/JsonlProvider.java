package dev.tendril.nlp.reader.json;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code jsonl}. */
public final class JsonlProvider implements ReaderProvider<JsonlParameters> {
    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public Class<JsonlParameters> parameters() {
        return JsonlParameters.class;
    }

    @Override
    public String description() {
        return "Files with one JSON value a line, each an example; keys are an object's members, or '1', '2', … for an array's elements.";
    }

    @Override
    public Reader create(JsonlParameters parameters, ReaderContext context) {
        return new JsonlReader(FileNames.resolved(parameters.files(), context));
    }
}
