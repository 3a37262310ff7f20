package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.compare.Predictors.Stage;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times processes that start. */
@Command(
        name = "cold",
        description =
                "Times starts: up to the first token of a model that is read from a file, and whole runs of tendril predict.")
public final class ColdCommand implements Callable<Integer> {
    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads, ${DEFAULT-VALUE} by default.")
    private int threads;

    @Option(names = "--peers", description = "Times the peers too.")
    private boolean peers;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows, as JSON, to a file too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--set", paramLabel = "SIZE=N", description = "Another size of the model, such as hidden=200.")
    private Map<Size, Integer> sizes = new LinkedHashMap<>();

    @Option(
            names = "--launcher",
            hidden = true,
            description = "The script tendril of the distribution, if it is built.")
    private Optional<Path> launcher = Optional.empty();

    @Mixin
    private TimingOptions timing = new TimingOptions();

    /**
     * One row of the report.
     *
     * @param start what started
     * @param milliseconds the median of the rounds
     * @param spread of the rounds: the slowest less the fastest, by the median
     * @param peakMegabytes the most physical memory the process has held; 0 if it did not say
     */
    record Row(String start, double milliseconds, double spread, double peakMegabytes) {}

    @Override
    public Integer call() throws IOException {
        Map<Start, List<Start.Outcome>> outcomes = new LinkedHashMap<>();
        starts().forEach(start -> outcomes.put(start, new ArrayList<>()));
        for (int round = 1; round <= timing.rounds().count(); round++) {
            timing.progress("round " + round + " of " + timing.rounds().count());
            outcomes.forEach((start, known) -> known.add(start.run()));
        }
        List<Row> rows = outcomes.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        System.out.print(table(rows));
        json.ifPresent(file -> JsonRows.write(rows, file));
        return 0;
    }

    private List<Start> starts() throws IOException {
        Path folder = Files.createDirectories(timing.setup().home().resolve("target/cold"));
        Predictors predictors = new Predictors(timing.setup(), assignment(), folder);
        for (Stage stage : List.of(Stage.SAVE, Stage.REHEARSE)) {
            for (Start start : predictors.starts(stage, peers)) {
                timing.progress(start.label() + ": " + stage.name().toLowerCase(Locale.ROOT));
                start.run();
            }
        }
        List<Start> starts = new ArrayList<>(predictors.starts(Stage.PREDICT, peers));
        if (launcher.isPresent()) {
            CommandLines lines = new CommandLines(timing.setup(), launcher.get(), folder);
            lines.train();
            starts.add(lines.predict(1));
            starts.add(lines.predict(100));
        }
        return starts;
    }

    private Assignment assignment() {
        Sizes chosen = Workload.W5_TOKEN.sizes().with(Size.LENGTH, 1);
        for (Map.Entry<Size, Integer> entry : sizes.entrySet()) {
            chosen = chosen.with(entry.getKey(), entry.getValue());
        }
        return new Assignment(Workload.W5_TOKEN, 0, chosen, threads);
    }

    private static Row row(Start start, List<Start.Outcome> outcomes) {
        List<Double> seconds = outcomes.stream().map(Start.Outcome::seconds).toList();
        double peak =
                outcomes.stream().mapToLong(Start.Outcome::peakBytes).max().orElse(0);
        return new Row(start.label(), 1e3 * Statistics.median(seconds), Statistics.spread(seconds), peak * 1e-6);
    }

    private static String table(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("start", "ms", "spread", "peak MB"));
        rows.forEach(row -> lines.add(List.of(
                row.start(),
                Columns.number("%,.0f", row.milliseconds()),
                Columns.number("%.0f %%", 100 * row.spread()),
                Columns.orNothing("%,.0f", row.peakMegabytes()))));
        return Columns.of(lines, 1);
    }
}
