package dev.tendril.testkit;

import dev.tendril.api.spi.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Tendril relies on in a plugin as a whole: it loads in isolation, and nothing of it is untried.
 *
 * <pre>{@code
 * final class AcmePluginTest extends PluginContract {
 *     AcmePluginTest() {
 *         super(AcmePlugin.class);
 *     }
 *
 *     @Override
 *     protected List<ComponentContract<?>> contracts() {
 *         return List.of(new LeakyTest());
 *     }
 * }
 * }</pre>
 */
public abstract class PluginContract {
    private final Class<? extends Plugin> plugin;

    @TempDir
    private Path folder;

    /**
     * The contract of one plugin.
     *
     * @param plugin its class
     */
    protected PluginContract(Class<? extends Plugin> plugin) {
        this.plugin = plugin;
    }

    /** The contract tests of its components; they are not run again here, but every component must have one. */
    protected abstract List<ComponentContract<?>> contracts();

    /** A class of each library that lies in the plugin's folder beside its own jar; none by default. */
    protected List<Class<?>> libraries() {
        return List.of();
    }

    /** Every component is tried. */
    @Test
    final void everyComponentHasAContractTest() {
        try (PluginTestKit kit = PluginTestKit.load(plugin)) {
            Failures.failIf(
                    kit.untried(contracts()),
                    "every component of " + kit.id() + " has a contract test, named in contracts()");
        }
    }

    /** The plugin loads as an application loads it: from a folder, seeing nothing but the interface and its own libraries. */
    @Test
    final void itLoadsInAnIsolatedLoader() throws IOException {
        IsolatedPlugin.check(plugin, libraries(), folder);
    }
}
