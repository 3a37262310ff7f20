package dev.tendril.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program {@code tendril}. */
public final class Main {
    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Console console = new Console(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("tendril.terminal"),
                System.getenv(),
                Optional.ofNullable(System.getProperty("tendril.home")).map(Path::of),
                new ShutdownInterrupts());
        System.exit(run(args, console));
    }

    /** Runs one command on the given streams; returns its exit code. */
    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return run(args, Console.of(in, out, err));
    }

    /** Runs one command; returns its exit code. */
    static int run(String[] args, Console console) {
        GlobalOptions options = new GlobalOptions();
        Failures failures = new Failures(console, options);
        try {
            return commandLine(options, console, failures).execute(args);
        } catch (Error failure) {
            return failures.report(failure);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private static CommandLine commandLine(GlobalOptions options, Console console, Failures failures) {
        Host host = new Host(options, console);
        CommandLine line = new CommandLine(new TendrilCommand(options))
                .addSubcommand(new TrainCommand(host))
                .addSubcommand(new EvaluateCommand(host))
                .addSubcommand(new PredictCommand(host))
                .addSubcommand(new ValidateCommand(host))
                .addSubcommand(new ExplainCommand(host))
                .addSubcommand(new CommandLine(new PluginsCommand(host)).addSubcommand(new PluginsDoctorCommand(host)))
                .addSubcommand(new DescribeCommand(host))
                .addSubcommand(new SchemaCommand(host))
                .addSubcommand(new NewCommand(host))
                .addSubcommand(new DoctorCommand(host));
        return line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures::usage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
