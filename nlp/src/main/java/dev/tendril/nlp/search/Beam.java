package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The search of one row: open paths, and those that ended. A path that ends keeps its place in the beam, so that at most {@code
 * width} paths are ever followed, and a beam of width 1 is greedy search.
 */
final class Beam {
    private final BeamParameters parameters;
    private final LengthPenalty penalty;
    private final Allowed allowed;
    private final int maximumLength;
    private final int results;
    private final List<Path> finished = new ArrayList<>();
    private final List<Path> cut = new ArrayList<>();
    private List<Path> open;

    Beam(BeamParameters parameters, Allowed allowed, int maximumLength, int results) {
        this.parameters = parameters;
        this.penalty = new LengthPenalty(parameters.lengthPenalty());
        this.allowed = allowed;
        this.maximumLength = maximumLength;
        this.results = results;
        this.open = List.of(Path.start(allowed.begin()));
        cutLongPaths();
    }

    /** The open paths, best first; empty once the search of this row is over. */
    List<Path> open() {
        return open;
    }

    /**
     * Continues every open path by its best tokens.
     *
     * @param firstRow row of the scores that belongs to the first open path; those of the others follow
     * @return for each path now open, the row of the scores it continues
     */
    List<Integer> advance(StepScores scores, int firstRow) {
        Candidates best = best(scores, firstRow);
        List<Path> next = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int rank = 0; rank < best.size(); rank++) {
            int parent = best.parent(rank);
            int token = best.token(rank);
            int row = firstRow + parent;
            Path path = open.get(parent).then(token, scores.of(row, token), scores.alignment(row));
            if (token == allowed.end()) {
                finished.add(path);
            } else {
                next.add(path);
                rows.add(row);
            }
        }
        if (best.size() == 0) {
            cut.addAll(open);
        }
        open = next;
        cutLongPaths();
        stopIfDecided();
        return open.isEmpty() ? List.of() : rows;
    }

    /** Finished sequences by score; where they are too few, those the limit cut follow. */
    List<Hypothesis> results() {
        return Stream.concat(ranked(finished, true), ranked(cut, false))
                .limit(results)
                .toList();
    }

    private Candidates best(StepScores scores, int firstRow) {
        Candidates best = new Candidates(parameters.width() - finished.size());
        for (int parent = 0; parent < open.size(); parent++) {
            Path path = open.get(parent);
            for (int token = 0; token < scores.vocabulary(); token++) {
                if (allowed.next(token, path.length())) {
                    best.offer(parent, token, path.logProbability() + scores.of(firstRow + parent, token));
                }
            }
        }
        return best;
    }

    /** All open paths are of one length. */
    private void cutLongPaths() {
        if (!open.isEmpty() && open.get(0).length() >= maximumLength) {
            cut.addAll(open);
            open = List.of();
        }
    }

    /** Stops when no open path can still come before the last of the results wanted. */
    private void stopIfDecided() {
        if (finished.size() < results) {
            return;
        }
        double last = finished.stream()
                .map(this::score)
                .sorted(Comparator.reverseOrder())
                .skip(results - 1L)
                .findFirst()
                .orElseThrow();
        if (open.stream()
                .allMatch(path -> penalty.bound(path.logProbability(), path.length(), maximumLength) <= last)) {
            open = List.of();
        }
    }

    private Stream<Hypothesis> ranked(List<Path> paths, boolean complete) {
        return paths.stream()
                .sorted(Comparator.comparingDouble(this::score).reversed())
                .map(path -> path.result(score(path), complete));
    }

    private double score(Path path) {
        return penalty.score(path.logProbability(), path.length());
    }
}
