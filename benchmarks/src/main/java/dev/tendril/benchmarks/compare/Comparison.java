package dev.tendril.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Contestants that are timed in turn, round after round, so that what disturbs the machine disturbs all of them. Each has a process of its
 * own, which is alive all the time and idle whenever another one has its turn.
 */
final class Comparison implements AutoCloseable {
    private static final long SETTLE_MILLISECONDS = 50;

    private final List<ContestantProcess> processes = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Rounds rounds;
    private final Consumer<String> progress;

    /**
     * A contestant in the course of the rounds.
     *
     * @param process that computes
     * @param ready what was known when it began
     * @param slices so far
     */
    private record Turn(ContestantProcess process, ContestantProcess.Ready ready, List<Slice> slices) {
        Timing timing() {
            return new Timing(process.contestant(), slices, ready, process.state());
        }
    }

    private Comparison(Rounds rounds, Consumer<String> progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    /** Times contestants; gives a row for each. */
    static List<Row> rows(List<Contestant> contestants, TimingOptions options) {
        List<List<Timing>> forks = IntStream.range(0, options.rounds().forks())
                .mapToObj(fork -> run(contestants, options.rounds(), options::progress))
                .toList();
        List<Timing> timings = IntStream.range(0, contestants.size())
                .mapToObj(number -> Timing.joined(
                        forks.stream().map(fork -> fork.get(number)).toList()))
                .toList();
        return timings.stream().map(timing -> Row.of(timing, timings)).toList();
    }

    private static List<Timing> run(List<Contestant> contestants, Rounds rounds, Consumer<String> progress) {
        try (Comparison comparison = new Comparison(rounds, progress)) {
            contestants.forEach(comparison::start);
            for (int round = 1; round <= rounds.count(); round++) {
                progress.accept("round " + round + " of " + rounds.count());
                comparison.turns.forEach(turn -> turn.slices().add(comparison.slice(turn.process())));
            }
            return comparison.turns.stream().map(Turn::timing).toList();
        }
    }

    private void start(Contestant contestant) {
        progress.accept(contestant.assignment().workload().label() + ": starting " + contestant.label() + ", "
                + contestant.assignment().threads()
                + (contestant.assignment().threads() == 1 ? " thread" : " threads"));
        ContestantProcess process = ContestantProcess.start(contestant);
        processes.add(process);
        turns.add(new Turn(process, process.ready(), new ArrayList<>()));
        process.run(rounds.warmUp());
    }

    private Slice slice(ContestantProcess process) {
        try {
            Thread.sleep(SETTLE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two slices", interrupted);
        }
        return process.run(rounds.seconds());
    }

    @Override
    public void close() {
        processes.forEach(ContestantProcess::close);
    }
}
