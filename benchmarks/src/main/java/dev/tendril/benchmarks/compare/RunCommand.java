package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times workloads. */
@Command(name = "run", description = "Times workloads, all of them or those named, and prints a table of each.")
public final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORKLOAD", description = "Such as W1 or W5-token; W5 is all of W5.")
    private List<String> workloads = List.of();

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads, ${DEFAULT-VALUE} by default.",
            defaultValue = "1,2")
    private List<Integer> threads = List.of();

    @Option(names = "--peers", description = "Times the peers too.")
    private boolean peers;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows, as JSON, to a file too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--set", paramLabel = "SIZE=N", description = "Another size, such as hidden=200, where it matters.")
    private Map<Size, Integer> sizes = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    @Mixin
    private TimingOptions timing = new TimingOptions();

    /** Called by picocli, which sets the arguments. */
    @SuppressWarnings("NullAway.Init")
    public RunCommand() {}

    @Override
    public Integer call() {
        Set<Workload> wanted = workloads();
        requireSizesToMatter(wanted);
        Report report = new Report(json);
        for (Workload workload : wanted) {
            report.add(Comparison.rows(contestants(workload), timing));
        }
        return 0;
    }

    private Set<Workload> workloads() {
        return workloads.isEmpty()
                ? EnumSet.complementOf(EnumSet.of(Workload.PEAK))
                : workloads.stream()
                        .flatMap(label -> Workload.named(label).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Contestant> contestants(Workload workload) {
        Sizes chosen = workload.sizes().withKnown(sizes);
        return threads.stream()
                .flatMap(count -> Contestant.of(timing.setup(), workload, chosen, count, peers).stream())
                .toList();
    }

    /** A size that matters nowhere is a mistake. */
    private void requireSizesToMatter(Set<Workload> wanted) {
        for (Size size : sizes.keySet()) {
            if (wanted.stream().noneMatch(workload -> workload.sizes().has(size))) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        size.label() + " matters to none of " + wanted + "; set a size that they have");
            }
        }
    }
}
