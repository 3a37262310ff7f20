package dev.tendril.runtime.explain;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.runtime.check.CheckedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many numbers each node learns, as a polynomial in the sizes that data decides. Every weight has at most two axes that such sizes
 * reach, so the count is linear in each symbol and holds products of at most two; its coefficients are found exactly by counting with
 * chosen numbers, and one more count confirms them.
 */
final class ParameterPolynomials {
    /** Size that the first symbol is counted with; each further one takes the next. Larger than any set of special tokens. */
    private static final int BASE = 101;

    private final CheckedModel model;
    private final ParameterCounter counter;
    private final List<String> symbols;

    private ParameterPolynomials(CheckedModel model, ParameterCounter counter) {
        this.model = model;
        this.counter = counter;
        TreeSet<String> found = new TreeSet<>();
        model.fields().values().forEach(type -> found.addAll(symbols(type)));
        this.symbols = List.copyOf(found);
    }

    /** Parameters by node; empty if the count is no such polynomial. */
    static Optional<Map<String, Size>> of(CheckedModel model, ParameterCounter counter) {
        return new ParameterPolynomials(model, counter).interpolate();
    }

    private static Set<String> symbols(EdgeType type) {
        return type.element() instanceof Element.Real real
                ? real.sizes().stream()
                        .collect(TreeSet::new, (all, size) -> all.addAll(size.symbols()), TreeSet::addAll)
                : type.vocabulary().symbols();
    }

    private Optional<Map<String, Size>> interpolate() {
        int count = symbols.size();
        Map<String, Long> origin = count(new int[count]);
        Map<String, Size> polynomials = new LinkedHashMap<>();
        origin.forEach((node, constant) -> polynomials.put(node, Size.of(constant)));
        Map<Integer, Map<String, Long>> single = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Map<String, Long> shifted = count(unit(i, -1));
            single.put(i, shifted);
            Size variable = variable(i);
            polynomials.replaceAll((node, sum) -> sum.plus(variable.times(at(shifted, node) - at(origin, node))));
        }
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                Map<String, Long> both = count(unit(i, j));
                Map<String, Long> first = single.getOrDefault(i, Map.of());
                Map<String, Long> second = single.getOrDefault(j, Map.of());
                Size product = variable(i).times(variable(j));
                polynomials.replaceAll((node, sum) -> sum.plus(
                        product.times(at(both, node) - at(first, node) - at(second, node) + at(origin, node))));
            }
        }
        return confirmed(polynomials) ? Optional.of(polynomials) : Optional.empty();
    }

    private boolean confirmed(Map<String, Size> polynomials) {
        int[] offsets = new int[symbols.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = 3 + 2 * i;
        }
        Map<String, Long> counted = count(offsets);
        Map<String, Long> sizes = sizes(offsets);
        return polynomials.entrySet().stream()
                .allMatch(entry -> entry.getValue().bind(sizes).value() == at(counted, entry.getKey()));
    }

    private static long at(Map<String, Long> counts, String node) {
        return counts.getOrDefault(node, 0L);
    }

    /** What is zero where a symbol has the number it is counted with first. */
    private Size variable(int symbol) {
        return Size.symbol(symbols.get(symbol)).plus(Size.of(-(BASE + symbol)));
    }

    private int[] unit(int first, int second) {
        int[] offsets = new int[symbols.size()];
        offsets[first] = 1;
        if (second >= 0) {
            offsets[second] = 1;
        }
        return offsets;
    }

    private Map<String, Long> sizes(int[] offsets) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (int i = 0; i < offsets.length; i++) {
            sizes.put(symbols.get(i), (long) BASE + i + offsets[i]);
        }
        return sizes;
    }

    private Map<String, Long> count(int[] offsets) {
        return counter.count(model, sizes(offsets));
    }
}
