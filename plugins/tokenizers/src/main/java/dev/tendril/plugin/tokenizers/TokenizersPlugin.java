package dev.tendril.plugin.tokenizers;

import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import dev.tendril.api.spi.TokenizerProvider;
import java.util.List;

/** Ways to cut text beside those of the core. */
@PluginInfo(id = "tokenizers", version = "0.1.0", api = Spi.VERSION)
public final class TokenizersPlugin implements Plugin {
    /** Called by {@code ServiceLoader}. */
    public TokenizersPlugin() {}

    @Override
    public List<TokenizerProvider<?>> tokenizers() {
        return List.of(
                new BpeProvider(),
                new UnigramTokenizer.Provider(),
                new WordPieceTokenizer.Provider(),
                new RegexTokenizer.Provider(),
                new BytesTokenizer.Provider());
    }
}
