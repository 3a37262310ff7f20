package dev.tendril.runtime.explain;

import dev.tendril.api.graph.Size;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.ParameterCounter;
import dev.tendril.runtime.explain.Interpolation.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many numbers each parameter has, as a polynomial in the sizes that data decides. Every one has at most two axes that such sizes
 * reach, so the count is linear in each symbol and holds products of at most two.
 */
final class ParameterPolynomials {
    /** Size that the first symbol is counted with; each further one takes the next. Larger than any set of special tokens. */
    private static final int BASE = 101;

    private static final int DEGREE = 2;

    private ParameterPolynomials() {}

    /** Sizes by the path of the parameter; empty if the count is no such polynomial. */
    static Optional<Map<String, Size>> of(CheckedModel model, ParameterCounter counter) {
        return Interpolation.of(vocabularies(model), DEGREE, sizes -> counter.count(model, sizes))
                .map(found -> {
                    Map<String, Size> sizes = new LinkedHashMap<>();
                    found.forEach((path, polynomial) -> sizes.put(path, polynomial.size()));
                    return sizes;
                });
    }

    /** The sizes that data decides. */
    static List<Variable> vocabularies(CheckedModel model) {
        List<Variable> variables = new ArrayList<>();
        model.symbols().forEach(symbol -> variables.add(new Variable(symbol, BASE + variables.size(), 1)));
        return variables;
    }
}
