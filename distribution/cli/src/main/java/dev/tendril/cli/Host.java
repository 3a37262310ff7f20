package dev.tendril.cli;

import dev.tendril.api.Diagnostic;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Starts the runtime and says what is wrong with the plugins. */
    Tendril tendril() {
        Tendril tendril = silent();
        show(tendril.plugins().diagnostics());
        for (BrokenPlugin broken : tendril.components().broken()) {
            console.err().println("warning: a plugin is not loaded: " + broken.label());
        }
        return tendril;
    }

    /** Starts the runtime for a command that says itself what is wrong with the plugins. */
    Tendril silent() {
        Tendril.Builder builder = Tendril.builder();
        console.home()
                .map(home -> home.resolve("plugins"))
                .filter(Files::isDirectory)
                .ifPresent(builder::plugins);
        options.plugins().forEach(builder::plugins);
        options.pluginDigests().ifPresent(builder::allowList);
        options.threads().ifPresent(builder::threads);
        return builder.build();
    }

    /** Reads and checks a model file; shows its warnings. */
    CheckedModel check(Tendril tendril, Path file, SpecOptions additions) {
        CheckedModel model = tendril.validate(file, additions.with(console));
        show(model.warnings());
        return model;
    }

    private void show(List<Diagnostic> remarks) {
        if (!remarks.isEmpty()) {
            console.err().print(DiagnosticRenderer.render(remarks));
        }
    }
}
