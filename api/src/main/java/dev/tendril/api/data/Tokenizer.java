package dev.tendril.api.data;

import dev.tendril.api.PluginImplemented;
import java.util.List;

/** Cuts text into tokens and joins tokens into text. Immutable and thread-safe. */
@PluginImplemented
public interface Tokenizer {

    /** The tokens of a text, in order. */
    List<String> tokenize(String text);

    /** The text of tokens; for a text that this tokenizer cut, as close to the original as tokens allow. */
    String join(List<String> tokens);
}
