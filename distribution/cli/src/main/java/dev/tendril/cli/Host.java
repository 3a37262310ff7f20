package dev.tendril.cli;

import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import dev.tendril.runtime.plugin.PluginSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What commands share: the console, the global options, and how the runtime is started from them. */
final class Host {
    private final GlobalOptions options;
    private final Console console;

    Host(GlobalOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    Console console() {
        return console;
    }

    /** Finds what is installed and says what is wrong with it. */
    Installation installation() {
        Installation installation = new Installation(sources());
        if (!installation.plugins().diagnostics().isEmpty()) {
            console.err().print(DiagnosticRenderer.render(installation.plugins().diagnostics()));
        }
        for (BrokenPlugin broken : installation.registry().broken()) {
            console.err().println("warning: a plugin is not loaded: " + broken.label());
        }
        return installation;
    }

    private PluginSources sources() {
        List<Path> folders = new ArrayList<>();
        console.home()
                .map(home -> home.resolve("plugins"))
                .filter(Files::isDirectory)
                .ifPresent(folders::add);
        folders.addAll(options.plugins());
        return PluginSources.classPathOnly().withFolders(folders);
    }
}
