package dev.tendril.cli;

import dev.tendril.runtime.Tendril;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a model file. */
@Command(
        name = "validate",
        description = "Report every problem of a model file that can be known before data is read.",
        sortOptions = false)
final class ValidateCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(paramLabel = "FILE", description = "The model file.")
    private Path file;

    @Mixin
    private SpecOptions additions;

    @SuppressWarnings("NullAway.Init") // picocli sets the arguments
    ValidateCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try (Tendril tendril = host.tendril()) {
            int warnings = host.check(tendril, file, additions).warnings().size();
            String found = warnings == 0 ? "no problems" : warnings == 1 ? "1 warning" : warnings + " warnings";
            host.console().out().println(file + ": " + found);
            return ExitCode.OK;
        }
    }
}
