package dev.tendril.cli;

import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.component.RegisteredComponent;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists what is installed. */
@Command(
        name = "plugins",
        description = "List the plugins, the jar each comes from, what it brings, and what is wrong.",
        sortOptions = false)
final class PluginsCommand implements Callable<Integer> {
    private final Host host;

    PluginsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try (Tendril tendril = host.tendril()) {
            for (PluginHandle plugin : tendril.components().plugins()) {
                print(plugin, tendril.components());
            }
            boolean sound = tendril.components().broken().isEmpty()
                    && tendril.plugins().diagnostics().isEmpty();
            return sound ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void print(PluginHandle plugin, ComponentRegistry registry) {
        PrintStream out = host.console().out();
        out.println(plugin.label());
        for (Kind kind : Kind.values()) {
            List<RegisteredComponent> components = registry.list(kind).stream()
                    .filter(component -> component.owner().equals(plugin))
                    .toList();
            if (!components.isEmpty()) {
                String names = components.stream()
                        .map(RegisteredComponent::shortName)
                        .sorted()
                        .collect(Collectors.joining(" "));
                out.println("  " + (kind.label() + ":               ").substring(0, 15) + names);
            }
        }
    }
}
