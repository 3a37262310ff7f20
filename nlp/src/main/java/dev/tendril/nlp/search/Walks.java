package dev.tendril.nlp.search;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.StepModel;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Follows paths that know nothing of each other, one choice a step: what greedy search and sampling share. */
final class Walks {
    /** What a choice says when no token is possible; the path is then cut. */
    static final int NONE = -1;

    private final int end;
    private final int copies;
    private final List<Integer> maximumLength;
    private final Path[] paths;
    private final boolean[] ended;

    /** Chooses the next token of a path. */
    @FunctionalInterface
    interface Choice {
        /**
         * The next token, or {@link #NONE}.
         *
         * @param row of the scores
         * @param length of the path so far
         * @param copy number of the path among those of its row of the batch
         */
        int next(StepScores scores, int row, int length, int copy);
    }

    private Walks(StepModel<?> model, List<Integer> maximumLength, int copies) {
        this.end = model.end();
        this.copies = copies;
        this.maximumLength = maximumLength;
        this.paths = new Path[Math.multiplyExact(model.rows(), copies)];
        this.ended = new boolean[paths.length];
        for (int walk = 0; walk < paths.length; walk++) {
            paths[walk] = Path.start(model.begin());
            ended[walk] = maximumLength.get(walk / copies) == 0;
        }
    }

    /**
     * Follows {@code copies} paths a row until each has chosen the end token or is as long as its row allows.
     *
     * @return the paths of each row, ranked by probability
     */
    static <S extends CellState> List<List<Hypothesis>> follow(
            StepModel<S> model, List<Integer> maximumLength, int copies, Choice choice) {
        Walks walks = new Walks(model, maximumLength, copies);
        Frontier<S> frontier = new Frontier<>(model);
        int[] open = walks.open();
        int[] parents = IntStream.of(open).map(walk -> walk / copies).toArray();
        while (open.length > 0) {
            frontier.keep(parents);
            StepScores scores = frontier.step(
                    IntStream.of(open).map(walk -> walks.paths[walk].token()).toArray());
            for (int row = 0; row < open.length; row++) {
                walks.advance(open[row], row, scores, choice);
            }
            int[] before = open;
            parents = IntStream.range(0, before.length)
                    .filter(row -> !walks.ended[before[row]])
                    .toArray();
            open = walks.open();
        }
        return walks.results(model.rows());
    }

    private int[] open() {
        return IntStream.range(0, paths.length).filter(walk -> !ended[walk]).toArray();
    }

    private void advance(int walk, int row, StepScores scores, Choice choice) {
        Path path = paths[walk];
        int token = choice.next(scores, row, path.length(), walk % copies);
        if (token == NONE) {
            ended[walk] = true;
            return;
        }
        Path next = path.then(token, scores.of(row, token), scores.alignment(row));
        paths[walk] = next;
        ended[walk] = token == end || next.length() >= maximumLength.get(walk / copies);
    }

    private List<List<Hypothesis>> results(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(row * copies, (row + 1) * copies)
                        .mapToObj(walk -> result(paths[walk]))
                        .sorted(Collections.reverseOrder(
                                (left, right) -> Double.compare(left.logProbability(), right.logProbability())))
                        .toList())
                .toList();
    }

    private Hypothesis result(Path path) {
        return path.result(path.logProbability(), path.length() > 0 && path.token() == end);
    }
}
