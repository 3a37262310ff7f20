package dev.tendril.nlp.search;

import dev.tendril.api.TendrilException;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import java.util.List;

/** Greedy search: always the likeliest token, of equal ones the lowest id. */
final class GreedySearch implements Search {
    private final GreedyParameters parameters;

    GreedySearch(GreedyParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public List<List<Hypothesis>> search(StepModel<?> model, Limits limits) {
        LimitChecks.check(model, limits);
        if (limits.results() > 1) {
            throw new TendrilException("greedy search finds one sequence a row, not " + limits.results()
                    + "; decode with {type: beam, width: " + limits.results() + "}");
        }
        Allowed allowed = Allowed.by(model, 0);
        return Walks.follow(
                model,
                LimitChecks.shortened(limits, parameters.maximumLength()),
                1,
                (scores, row, length, copy) -> likeliest(scores, row, length, allowed));
    }

    private static int likeliest(StepScores scores, int row, int length, Allowed allowed) {
        Candidates best = new Candidates(1);
        for (int token = 0; token < scores.vocabulary(); token++) {
            if (allowed.next(token, length)) {
                best.offer(row, token, scores.of(row, token));
            }
        }
        return best.size() == 0 ? Walks.NONE : best.token(0);
    }
}
