package dev.tendril.cli;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.TendrilException;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;

/** Says what went wrong, in words, and with which exit code the process ends. */
final class Failures {
    private final Console console;
    private final GlobalOptions options;

    Failures(Console console, GlobalOptions options) {
        this.console = console;
        this.options = options;
    }

    /** The command line cannot be understood. */
    int usage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String message = String.valueOf(failure.getMessage());
        say(message.startsWith("Error: ") ? "error: " + message.substring("Error: ".length()) : "error: " + message);
        List<String> near = failure instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        if (!near.isEmpty()) {
            say("did you mean: " + String.join(", ", near) + "?");
        }
        if (command.getParent() == null) {
            command.usage(console.err());
        } else {
            say("'" + command.getCommandSpec().qualifiedName() + " --help' shows what it takes");
        }
        trace(failure);
        return ExitCode.USAGE;
    }

    /** A command failed. */
    int report(Throwable failure) {
        trace(failure);
        if (failure instanceof DiagnosticsException invalid) {
            console.err().print(DiagnosticRenderer.render(invalid.diagnostics()));
            return ExitCode.USAGE;
        }
        if (failure instanceof CancellationException) {
            say("interrupted");
            return ExitCode.INTERRUPTED;
        }
        say("error: " + explained(failure));
        return ExitCode.FAILED;
    }

    private static String explained(Throwable failure) {
        if (failure instanceof TendrilException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return explained(unchecked.getCause());
        }
        if (failure instanceof FileSystemException problem) {
            return fileProblem(problem);
        }
        if (failure instanceof IOException) {
            return "reading or writing failed: " + failure.getMessage();
        }
        if (failure instanceof OutOfMemoryError) {
            return "not enough memory (" + failure.getMessage()
                    + "); lower training.batch_size, or give more with TENDRIL_JAVA_OPTS=-Xmx…";
        }
        return "an unexpected failure, which is a fault of Tendril or of a plugin: " + failure + System.lineSeparator()
                + "run the command again with --stacktrace to see where";
    }

    private static String fileProblem(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return failure.getFile() + ": no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getFile() + ": access denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return failure.getFile() + ": exists already";
        }
        return String.valueOf(failure.getMessage());
    }

    private void trace(Throwable failure) {
        if (options.stacktrace()) {
            failure.printStackTrace(console.err());
        }
    }

    private void say(String line) {
        console.err().println(line);
    }
}
