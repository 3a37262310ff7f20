package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;

/** What every search checks before it starts. */
final class LimitChecks {
    private LimitChecks() {}

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
