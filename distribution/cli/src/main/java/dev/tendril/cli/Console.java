package dev.tendril.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line talks to. Results go to {@code out} and all else to {@code err}; both are UTF-8.
 *
 * @param in what a command reads when no file is named
 * @param out results
 * @param err messages, progress, help that was not asked for
 * @param terminal whether somebody watches {@code err}, so that a progress bar may move
 * @param environment variables of the environment
 * @param home folder of the distribution, if it runs from one
 * @param interrupts tells of Ctrl-C
 */
record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Optional<Path> home,
        Interrupts interrupts) {
    Console {
        environment = Map.copyOf(environment);
    }

    /** Streams alone, as a program sees them that nobody watches. */
    static Console of(InputStream in, PrintStream out, PrintStream err) {
        return new Console(in, out, err, false, Map.of(), Optional.empty(), Interrupts.none());
    }
}
