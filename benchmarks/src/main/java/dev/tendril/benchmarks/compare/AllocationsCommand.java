package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.tendril.TendrilImplementation;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts the large arrays that steps allocate. */
@Command(
        name = "allocations",
        description =
                "Records every array of more than 1 KB that steps allocate on any thread, after a warm-up, and prints a table.")
public final class AllocationsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "WORKLOAD",
            defaultValue = "W1 W2 W3 W4 W6",
            split = " ",
            description = "Such as W1; ${DEFAULT-VALUE} by default.")
    private List<String> workloads = List.of();

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads, ${DEFAULT-VALUE} by default.",
            defaultValue = "1,2")
    private List<Integer> threads = List.of();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "20",
            description = "Seconds before the steps that count, ${DEFAULT-VALUE} by default.")
    private double warmUp;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "10",
            description = "Steps that count, ${DEFAULT-VALUE} by default.")
    private int steps;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows, as JSON, to a file too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--set", paramLabel = "SIZE=N", description = "Another size, such as hidden=200, where it matters.")
    private Map<Size, Integer> sizes = new LinkedHashMap<>();

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "The Java that takes the steps; that of this command by default.")
    private Path java = Path.of(System.getProperty("java.home"));

    /**
     * One row of the report.
     *
     * @param workload its label
     * @param implementation its variant
     * @param threads with how many threads
     * @param arrays what its steps have allocated
     */
    record Row(String workload, String implementation, int threads, LargeArrays arrays) {}

    @Override
    public Integer call() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Assignment assignment : assignments()) {
            rows.add(row(assignment));
        }
        System.out.print(AllocationTable.of(rows));
        json.ifPresent(file -> JsonRows.write(rows, file));
        return rows.stream().allMatch(row -> row.arrays().count() == 0) ? 0 : 1;
    }

    private List<Assignment> assignments() {
        return workloads.stream()
                .flatMap(label -> Workload.named(label).stream())
                .flatMap(workload -> threads.stream().flatMap(count -> assignments(workload, count).stream()))
                .toList();
    }

    private List<Assignment> assignments(Workload workload, int count) {
        return IntStream.range(0, workload.variants().size())
                .mapToObj(variant ->
                        new Assignment(workload, variant, workload.sizes().withKnown(sizes), count))
                .filter(assignment -> !assignment.chosen().plugin())
                .toList();
    }

    private Row row(Assignment assignment) throws IOException {
        String workload = assignment.workload().label();
        String variant = assignment.chosen().label();
        System.err.println("benchmarks: " + workload + ", " + variant + ", threads: " + assignment.threads());
        StepRecorder recorder = new StepRecorder(new Setup(Setup.homeFolder(), java, false), warmUp, steps);
        LargeArrays arrays = recorder.record(TendrilImplementation.class, assignment);
        return new Row(workload, variant, assignment.threads(), arrays);
    }
}
