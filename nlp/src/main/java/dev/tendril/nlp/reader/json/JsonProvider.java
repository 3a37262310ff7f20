package dev.tendril.nlp.reader.json;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code json}. */
public final class JsonProvider implements ReaderProvider<JsonParameters> {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public Class<JsonParameters> parameters() {
        return JsonParameters.class;
    }

    @Override
    public String description() {
        return "JSON documents, each an array of examples or an object that has one; keys are an object's members, or '1', '2', … for an array's elements.";
    }

    @Override
    public Reader create(JsonParameters parameters, ReaderContext context) {
        return new JsonReader(FileNames.resolved(parameters.files(), context), parameters.path());
    }
}
