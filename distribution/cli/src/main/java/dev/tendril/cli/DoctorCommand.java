package dev.tendril.cli;

import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.component.PluginHandle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Examines the machine. */
@Command(
        name = "doctor",
        description =
                "Look at Java, the processor's vector unit, memory, speed, languages and plugins, and say what to mend.",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private static final int NAMES = 16;

    private final Host host;

    @Option(names = "--json", description = "Write one JSON object.")
    private boolean json;

    DoctorCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.fine("Tendril", TendrilCommand.Version.text()));
        Runtime runtime = Runtime.getRuntime();
        checks.addAll(MachineChecks.ofThis(host.console())
                .all(Path.of("runs"), runtime.maxMemory(), runtime.availableProcessors()));
        try (Tendril tendril = host.silent()) {
            checks.add(kernels(tendril.engine().describe()));
            checks.addAll(speed(tendril));
            checks.add(plugins(tendril));
        }
        boolean fine = checks.stream().allMatch(Check::fine);
        if (json) {
            host.console().out().println(new Json().line(object(checks, fine)));
        } else {
            print(checks, host.console().out());
        }
        return fine ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Check kernels(String description) {
        return description.contains("scalar")
                ? new Check(
                        "kernels",
                        description,
                        "start Java 17 or newer with --add-modules jdk.incubator.vector, from a JDK that has that module")
                : Check.fine("kernels", description);
    }

    private static List<Check> speed(Tendril tendril) throws IOException {
        double update = MachineSpeed.lstmUpdate(tendril);
        double product = MachineSpeed.matrixProduct(tendril.engine());
        return List.of(
                Check.fine("matrix product", String.format(Locale.ROOT, "%.1f GFLOP/s, 512 × 512 × 512", product)),
                Check.fine(
                        "LSTM update",
                        String.format(Locale.ROOT, "%.1f ms, 128 units, 32 dates forwards and backwards", update)));
    }

    private static Check plugins(Tendril tendril) {
        String loaded = tendril.components().plugins().stream()
                .map(plugin -> named(plugin))
                .collect(Collectors.joining(", "));
        int broken = tendril.components().broken().size()
                + tendril.plugins().diagnostics().size();
        return broken == 0
                ? Check.fine("plugins", loaded)
                : new Check("plugins", loaded + "; " + broken + " not loaded", "'tendril plugins doctor' says why");
    }

    private static String named(PluginHandle plugin) {
        return plugin.id() + " " + plugin.version();
    }

    private static void print(List<Check> checks, PrintStream out) {
        for (Check check : checks) {
            out.println(
                    check.name() + " ".repeat(Math.max(1, NAMES - check.name().length())) + check.value());
            if (!check.fine()) {
                out.println(" ".repeat(NAMES) + "remedy: " + check.remedy());
            }
        }
        long wrong = checks.stream().filter(check -> !check.fine()).count();
        out.println();
        out.println(wrong == 0 ? "nothing is wrong" : wrong + (wrong == 1 ? " thing" : " things") + " to mend");
    }

    private static Map<String, Object> object(List<Check> checks, boolean fine) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Check check : checks) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", check.name());
            entry.put("value", check.value());
            entry.put("fine", check.fine());
            entry.put("remedy", check.fine() ? null : check.remedy());
            entries.add(entry);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("fine", fine);
        object.put("checks", entries);
        return object;
    }
}
