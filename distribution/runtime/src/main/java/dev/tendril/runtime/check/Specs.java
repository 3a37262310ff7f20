package dev.tendril.runtime.check;

import dev.tendril.runtime.component.ComponentRegistry;
import java.nio.file.Path;
import java.util.Map;

/** The way from a model file to a checked model. */
@SuppressWarnings("DoNotCallSuggester")
public final class Specs {
    private Specs() {}

    /**
     * Reads and checks a model file.
     *
     * @throws dev.tendril.api.DiagnosticsException with every problem found, at most twenty
     */
    public static CheckedModel load(Path file, ComponentRegistry registry, LoadOptions options) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Checks the text of a model file.
     *
     * @param text YAML
     * @param name of the file in messages
     * @param folder that paths in the file are relative to
     * @throws dev.tendril.api.DiagnosticsException with every problem found, at most twenty
     */
    public static CheckedModel parse(
            String text, String name, Path folder, ComponentRegistry registry, LoadOptions options) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * The model with numbers in place of symbols, its types inferred anew.
     *
     * @param sizes number by symbol, such as {@code V(source)} → 41
     * @throws dev.tendril.api.DiagnosticsException if sizes do not agree
     */
    public static CheckedModel bind(CheckedModel model, ComponentRegistry registry, Map<String, Long> sizes) {
        throw new UnsupportedOperationException("being written");
    }
}
