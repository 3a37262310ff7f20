package dev.tendril.benchmarks.kernels;

import dev.tendril.benchmarks.compare.JvmOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs micro-benchmarks. */
@Command(name = "kernels", description = "Runs the micro-benchmarks of kernels; arguments are those of JMH.")
public final class KernelsCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            description = "Shows the options of JMH.")
    private boolean help;

    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        CommandLineOptions given = new CommandLineOptions(arguments.toArray(String[]::new));
        String[] options = JvmOptions.LAUNCHER.toArray(String[]::new);
        Runner runner = new Runner(
                new OptionsBuilder().parent(given).jvmArgsPrepend(options).build());
        if (help) {
            given.showHelp();
        } else if (given.shouldList()) {
            runner.list();
        } else {
            runner.run();
        }
        return 0;
    }
}
