package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import java.util.List;
import java.util.Optional;

/** What every search makes of its limits before it starts. */
final class LimitChecks {
    private LimitChecks() {}

    /** The maximum lengths of all rows, none above the search's own. */
    static List<Integer> shortened(Search.Limits limits, Optional<Integer> most) {
        return limits.maximumLength().stream()
                .map(length -> Math.min(length, most.orElse(length)))
                .toList();
    }

    static void check(StepModel<?> model, Search.Limits limits) {
        if (limits.maximumLength().size() != model.rows()) {
            throw new IllegalArgumentException(
                    "there are " + limits.maximumLength().size() + " maximum lengths for " + model.rows() + " rows");
        }
        if (limits.results() < 1) {
            throw new IllegalArgumentException("results is " + limits.results() + ", want at least 1");
        }
        for (int row = 0; row < model.rows(); row++) {
            if (limits.maximumLength().get(row) < 0) {
                throw new IllegalArgumentException("maximum length of row " + row + " is "
                        + limits.maximumLength().get(row));
            }
        }
    }
}
