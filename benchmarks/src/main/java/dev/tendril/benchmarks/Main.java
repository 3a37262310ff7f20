package dev.tendril.benchmarks;

import dev.tendril.benchmarks.compare.AllocationsCommand;
import dev.tendril.benchmarks.compare.ColdCommand;
import dev.tendril.benchmarks.compare.GrowCommand;
import dev.tendril.benchmarks.compare.RunCommand;
import dev.tendril.benchmarks.compare.ThreadsCommand;
import dev.tendril.benchmarks.kernels.KernelsCommand;
import dev.tendril.benchmarks.workload.Size;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "benchmarks",
        description = "Times Tendril and its peers.",
        subcommands = {
            RunCommand.class,
            GrowCommand.class,
            ThreadsCommand.class,
            ColdCommand.class,
            AllocationsCommand.class,
            KernelsCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    /** Runs a command and ends. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command; gives its exit code. */
    public static int run(String... arguments) {
        CommandLine commands = new CommandLine(new Main());
        commands.registerConverter(Size.class, text -> Size.valueOf(text.toUpperCase(Locale.ROOT)));
        return commands.execute(arguments);
    }
}
