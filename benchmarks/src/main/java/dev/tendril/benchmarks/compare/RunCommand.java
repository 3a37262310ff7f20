package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times workloads. */
@Command(name = "run", description = "Times workloads, all of them or those named, and prints a table.")
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

    @Mixin
    private TimingOptions timing = new TimingOptions();

    @Override
    public Integer call() {
        List<Row> rows = new ArrayList<>();
        for (Workload workload : workloads()) {
            List<Timing> timings = Comparison.run(contestants(workload), timing.rounds(), timing::progress);
            timings.forEach(each -> rows.add(Row.of(each, timings)));
        }
        System.out.print(Table.of(rows));
        json.ifPresent(file -> JsonRows.write(rows, file));
        return 0;
    }

    private Set<Workload> workloads() {
        return workloads.isEmpty()
                ? EnumSet.complementOf(EnumSet.of(Workload.PEAK))
                : workloads.stream()
                        .flatMap(label -> Workload.named(label).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of the workload, and what the processor can do at most. */
    private List<Contestant> contestants(Workload workload) {
        List<Contestant> contestants = new ArrayList<>();
        for (int count : threads) {
            contestants.addAll(Contestant.of(timing.setup(), workload, sizes(workload), count, peers));
            if (workload != Workload.PEAK) {
                contestants.add(
                        Contestant.own(timing.setup(), new Assignment(Workload.PEAK, 0, Workload.PEAK.sizes(), count)));
            }
        }
        return contestants;
    }

    private Sizes sizes(Workload workload) {
        Sizes chosen = workload.sizes();
        for (Map.Entry<Size, Integer> entry : sizes.entrySet()) {
            if (chosen.values().containsKey(entry.getKey())) {
                chosen = chosen.with(entry.getKey(), entry.getValue());
            }
        }
        return chosen;
    }
}
