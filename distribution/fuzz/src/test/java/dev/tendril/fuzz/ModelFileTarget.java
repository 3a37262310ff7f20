package dev.tendril.fuzz;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Text of a model file → checked, or refused with diagnostics that have codes and can be shown. */
public final class ModelFileTarget {
    private static final ComponentRegistry REGISTRY = registry();

    private ModelFileTarget() {}

    private static ComponentRegistry registry() {
        InstalledPlugins plugins = PluginDiscovery.discover(PluginSources.classPathOnly());
        return ComponentRegistry.of(plugins.plugins(), plugins.broken());
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Specs.parse(text, "model.yaml", Path.of("/nowhere"), REGISTRY, LoadOptions.none());
        } catch (DiagnosticsException refused) {
            for (Diagnostic problem : refused.diagnostics()) {
                if (!problem.code().matches("TDL-[0-9]{4}")
                        || problem.location().isEmpty()) {
                    throw new AssertionError("without code or place: " + problem);
                }
            }
            DiagnosticRenderer.render(refused.diagnostics());
        }
    }
}
