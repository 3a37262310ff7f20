package dev.tendril.runtime.check;

import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that the nodes of a model can be made, and that a tensor can hold each of their parameters.
 *
 * @param problems hears what is wrong
 * @param graph where nodes stand
 */
record ParameterCheck(Problems problems, Linked graph) {
    /** For every symbol: which parameters there are does not depend on it, and with real data they are seldom smaller. */
    private static final long SIZE = 101;

    /**
     * Checks a model in which nothing else is wrong.
     *
     * @return paths of all parameters; empty if a node cannot be made
     */
    Optional<Set<String>> check(CheckedModel model, ParameterCounter counter) {
        Optional<Map<String, Long>> counts = counts(model, counter);
        counts.ifPresent(this::sizes);
        return counts.map(Map::keySet);
    }

    private void sizes(Map<String, Long> counts) {
        Set<String> said = new HashSet<>();
        counts.forEach((path, count) -> {
            String node = path.substring(0, path.indexOf('.'));
            if (count > Shape.MOST_ELEMENTS && said.add(node)) {
                tooLarge(node, path, count);
            }
        });
    }

    private Optional<Map<String, Long>> counts(CheckedModel model, ParameterCounter counter) {
        Map<String, Long> sizes = new HashMap<>();
        model.symbols().forEach(symbol -> sizes.put(symbol, SIZE));
        try {
            return Optional.of(counter.count(model, sizes));
        } catch (NodeFailure failure) {
            problems.error(Code.COMPONENT_FAILED, String.valueOf(failure.getMessage()))
                    .at(graph.place(failure.node(), ""))
                    .report();
            return Optional.empty();
        }
    }

    private void tooLarge(String node, String path, long count) {
        problems.error(
                        Code.TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "node '%s': its parameter '%s' holds %,d numbers, more than %,d",
                                node,
                                path,
                                count,
                                Shape.MOST_ELEMENTS))
                .at(graph.place(node, ""))
                .report();
    }
}
