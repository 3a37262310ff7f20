package dev.tendril.benchmarks.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Contestants that are timed in turn, round after round, so that what disturbs the machine disturbs all of them. Each has a process of its
 * own, which is alive all the time and idle whenever another one has its turn.
 */
final class Comparison implements AutoCloseable {
    private static final long SETTLE_MILLISECONDS = 50;

    private final Map<ContestantProcess, ContestantProcess.Ready> ready = new LinkedHashMap<>();
    private final Map<ContestantProcess, List<Double>> seconds = new LinkedHashMap<>();
    private final Rounds rounds;
    private final Consumer<String> progress;

    private Comparison(Rounds rounds, Consumer<String> progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    /** Times contestants; gives a row for each. */
    static List<Row> rows(List<Contestant> contestants, TimingOptions options) {
        List<Timing> timings = run(contestants, options.rounds(), options::progress);
        return timings.stream().map(timing -> Row.of(timing, timings)).toList();
    }

    private static List<Timing> run(List<Contestant> contestants, Rounds rounds, Consumer<String> progress) {
        try (Comparison comparison = new Comparison(rounds, progress)) {
            contestants.forEach(comparison::start);
            for (int round = 1; round <= rounds.count(); round++) {
                progress.accept("round " + round + " of " + rounds.count());
                comparison.seconds.forEach((process, slices) -> slices.add(comparison.slice(process)));
            }
            return comparison.seconds.entrySet().stream()
                    .map(entry -> comparison.timing(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    private void start(Contestant contestant) {
        progress.accept(contestant.assignment().workload().label() + ": starting " + contestant.label() + ", "
                + contestant.assignment().threads() + " threads");
        ContestantProcess process = ContestantProcess.start(contestant);
        seconds.put(process, new ArrayList<>());
        ready.put(process, process.ready());
        process.secondsPerStep(rounds.warmUp());
    }

    private double slice(ContestantProcess process) {
        try {
            Thread.sleep(SETTLE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two slices", interrupted);
        }
        return process.secondsPerStep(rounds.seconds());
    }

    private Timing timing(ContestantProcess process, List<Double> slices) {
        return new Timing(process.contestant(), slices, Objects.requireNonNull(ready.get(process)), process.state());
    }

    @Override
    public void close() {
        seconds.keySet().forEach(ContestantProcess::close);
    }
}
