package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times a workload while one of its sizes grows. */
@Command(name = "grow", description = "Times a workload while one of its sizes, or the number of threads, grows.")
public final class GrowCommand implements Callable<Integer> {
    private static final String THREADS = "threads";

    @Parameters(paramLabel = "WORKLOAD", arity = "1..*", description = "Such as W1.")
    private List<String> workloads = List.of();

    @Option(
            names = "--curve",
            required = true,
            paramLabel = "SIZE",
            description = "What grows: threads, or a size such as batch, hidden or length.")
    private String curve = "";

    @Option(
            names = "--values",
            split = ",",
            paramLabel = "N",
            description =
                    "Its values; by default powers of two up to four times that of the workload, threads up to twice the processors.")
    private List<Integer> values = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads, unless they grow; ${DEFAULT-VALUE} by default.")
    private int threads;

    @Option(names = "--peers", description = "Times the peers too.")
    private boolean peers;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows, as JSON, to a file too.")
    private Optional<Path> json = Optional.empty();

    @Mixin
    private TimingOptions timing = new TimingOptions();

    @Override
    public Integer call() {
        Report report = new Report(json);
        for (String label : workloads) {
            for (Workload workload : Workload.named(label)) {
                report.add(grow(workload));
            }
        }
        return 0;
    }

    private List<Row> grow(Workload workload) {
        List<Row> rows = new ArrayList<>();
        for (int value : values(workload)) {
            boolean threaded = curve.equals(THREADS);
            Sizes sizes = threaded ? workload.sizes() : workload.sizes().with(size(), value);
            int count = threaded ? value : threads;
            List<Contestant> contestants = Contestant.of(timing.setup(), workload, sizes, count, peers);
            rows.addAll(Comparison.rows(contestants, timing));
        }
        return rows;
    }

    private List<Integer> values(Workload workload) {
        if (!values.isEmpty()) {
            return values;
        }
        int last = curve.equals(THREADS)
                ? 2 * Runtime.getRuntime().availableProcessors()
                : 4 * workload.sizes().get(size());
        int first = curve.equals(THREADS) ? 1 : Math.max(1, last / 64);
        return IntStream.iterate(first, value -> value <= last, value -> 2 * value)
                .boxed()
                .toList();
    }

    private Size size() {
        return Size.valueOf(curve.toUpperCase(Locale.ROOT));
    }
}
