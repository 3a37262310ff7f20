package dev.tendril.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One run of the command line inside this process.
 *
 * @param exitCode what the process would end with
 * @param output what stood on standard output
 * @param errors what stood on standard error
 */
record CommandLineRun(int exitCode, String output, String errors) {

    /** Runs with nothing on standard input. */
    static CommandLineRun of(String... arguments) {
        return withInput("", arguments);
    }

    /** Runs with this on standard input. */
    static CommandLineRun withInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                arguments,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLineRun(exitCode, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
