package dev.tendril.api.decoding;

import dev.tendril.api.PluginImplemented;
import java.util.List;

/** A way to find good sequences under a model. Immutable and thread-safe. */
@PluginImplemented
public interface Search {

    /**
     * The best sequences of every row, best first, as many as the search was asked for. A row's result does not depend on the rows
     * beside it.
     */
    List<List<Hypothesis>> search(StepModel<?> model, Limits limits);

    /**
     * Bounds of one search.
     *
     * @param maximumLength tokens after which a sequence is cut, by row
     * @param results how many sequences a row
     * @param seed of sampling; unused by searches that do not draw
     */
    record Limits(List<Integer> maximumLength, int results, long seed) {
        public Limits {
            maximumLength = List.copyOf(maximumLength);
        }
    }
}
