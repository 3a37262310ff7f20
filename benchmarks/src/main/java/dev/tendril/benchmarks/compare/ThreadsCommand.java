package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.Child;
import dev.tendril.benchmarks.child.ThreadReport;
import dev.tendril.benchmarks.tendril.ThreadRuns;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains workloads with several numbers of threads and compares what comes of it. */
@Command(
        name = "threads",
        description = {
            "Trains workloads with several numbers of threads, which take their steps in turn.",
            "Prints whether the weights are equal, what each thread computed, and how much faster more threads are.",
            "Ends with exit code 1 if weights differ."
        })
public final class ThreadsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORKLOAD", description = "Such as W1, which is the default.", defaultValue = "W1")
    private List<String> workloads = List.of();

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads, ${DEFAULT-VALUE} by default; all are compared with the first.",
            defaultValue = "1,2,3,4,8")
    private List<Integer> threads = List.of();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of training, ${DEFAULT-VALUE} by default; the first half warms up and is not timed.",
            defaultValue = "50")
    private int steps;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows, as JSON, to a file too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--set", paramLabel = "SIZE=N", description = "Another size, such as hidden=200, where it matters.")
    private Map<Size, Integer> sizes = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    @Mixin
    private JvmChoice jvm = new JvmChoice();

    /** Called by picocli, which sets the arguments. */
    @SuppressWarnings("NullAway.Init")
    public ThreadsCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<ThreadRow> rows = new ArrayList<>();
        for (Assignment assignment : assignments()) {
            rows.addAll(ThreadRow.of(assignment, reports(assignment)));
        }
        System.out.print(ThreadRow.table(rows));
        json.ifPresent(file -> JsonRows.write(rows, file));
        return rows.stream().allMatch(ThreadRow::equal) ? 0 : 1;
    }

    /** The workloads in all variants that need no plugin. */
    private List<Assignment> assignments() {
        return workloads.stream()
                .flatMap(label -> Workload.named(label).stream())
                .peek(this::requireTraining)
                .flatMap(workload -> {
                    Sizes chosen = workload.sizes().withKnown(sizes);
                    return IntStream.range(0, workload.variants().size())
                            .mapToObj(variant -> new Assignment(workload, variant, chosen, threads.get(0)));
                })
                .filter(assignment -> !assignment.chosen().plugin())
                .toList();
    }

    private void requireTraining(Workload workload) {
        if (!workload.computation().trains()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), workload.label() + " trains no model; name one that does, such as W1");
        }
    }

    private List<ThreadReport> reports(Assignment assignment) throws IOException, InterruptedException {
        List<String> command = jvm.setup().jvm(System.getProperty("java.class.path"), ThreadRuns.class.getName());
        command.add(Integer.toString(steps));
        command.add(threads.stream().map(String::valueOf).collect(Collectors.joining(",")));
        command.addAll(assignment.words());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ThreadReport> reports;
        try (var output = process.inputReader()) {
            reports = output.lines()
                    .filter(line -> line.startsWith(Child.MARK))
                    .map(line -> ThreadReport.parse(line.substring(Child.MARK.length())))
                    .toList();
        }
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("training " + assignment.workload().label() + " ended with exit code "
                    + exitCode + "; its messages say why");
        }
        return reports;
    }
}
