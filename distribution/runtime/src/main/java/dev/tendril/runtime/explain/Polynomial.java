package dev.tendril.runtime.explain;

import dev.tendril.api.graph.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A polynomial with whole coefficients.
 *
 * @param symbols its variables
 * @param terms coefficient by exponents, one for each symbol; without zeros
 */
record Polynomial(List<String> symbols, Map<List<Integer>, Long> terms) {
    Polynomial {
        symbols = List.copyOf(symbols);
        terms = Map.copyOf(terms);
    }

    /** The same as a size. */
    Size size() {
        Size sum = Size.of(0);
        for (Map.Entry<List<Integer>, Long> term : terms.entrySet()) {
            Size product = Size.of(term.getValue());
            for (int i = 0; i < symbols.size(); i++) {
                for (int power = 0; power < term.getKey().get(i); power++) {
                    product = product.times(Size.symbol(symbols.get(i)));
                }
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    /**
     * What there is for one of each of some symbols, by symbol: every term belongs to the first of them that it holds, and is divided by
     * it. What holds none of them stands under the empty text.
     */
    Map<String, Size> shares(List<String> among) {
        Map<String, Map<List<Integer>, Long>> shares = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(among);
        keys.add("");
        keys.forEach(key -> shares.put(key, new HashMap<>()));
        terms.forEach((exponents, coefficient) -> {
            String key = among.stream()
                    .filter(each -> symbols.contains(each) && exponents.get(symbols.indexOf(each)) > 0)
                    .findFirst()
                    .orElse("");
            List<Integer> divided = new ArrayList<>(exponents);
            if (!key.isEmpty()) {
                int at = symbols.indexOf(key);
                divided.set(at, divided.get(at) - 1);
            }
            shares.computeIfAbsent(key, none -> new HashMap<>()).put(divided, coefficient);
        });
        Map<String, Size> sizes = new LinkedHashMap<>();
        shares.forEach((key, share) -> {
            if (!share.isEmpty()) {
                sizes.put(key, new Polynomial(symbols, share).size());
            }
        });
        return sizes;
    }
}
