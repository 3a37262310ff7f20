package dev.tendril.api.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A size that may not be known yet: a polynomial with whole coefficients over symbols such as {@code V(source)}, the size of a
 * vocabulary before data is read. A value; prints as {@code 64·V(source) + 98,304}.
 */
public final class Size {
    private static final Comparator<List<String>> LARGEST_FIRST =
            Comparator.<List<String>>comparingInt(List::size).reversed().thenComparing(Object::toString);

    /** Coefficient by monomial; a monomial is its symbols in order, the constant has none. Without zeros. */
    private final Map<List<String>, Long> terms;

    private Size(Map<List<String>, Long> terms) {
        TreeMap<List<String>, Long> sorted = new TreeMap<>(LARGEST_FIRST);
        terms.forEach((monomial, coefficient) -> {
            if (coefficient != 0) {
                sorted.put(List.copyOf(monomial), coefficient);
            }
        });
        this.terms = Collections.unmodifiableMap(sorted);
    }

    /** A known size. */
    public static Size of(long size) {
        return new Size(Map.of(List.of(), size));
    }

    /** A size known by name only. */
    public static Size symbol(String name) {
        return new Size(Map.of(List.of(name), 1L));
    }

    /** The sum. */
    public Size plus(Size other) {
        Map<List<String>, Long> sum = new TreeMap<>(LARGEST_FIRST);
        sum.putAll(terms);
        other.terms.forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, Math::addExact));
        return new Size(sum);
    }

    /** The product. */
    public Size times(Size other) {
        Map<List<String>, Long> product = new TreeMap<>(LARGEST_FIRST);
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> {
            List<String> symbols = new ArrayList<>(left);
            symbols.addAll(right);
            Collections.sort(symbols);
            product.merge(symbols, Math.multiplyExact(a, b), Math::addExact);
        }));
        return new Size(product);
    }

    /** The product with a number. */
    public Size times(long factor) {
        return times(of(factor));
    }

    /** Whether it holds no symbol. */
    public boolean known() {
        return terms.keySet().stream().allMatch(List::isEmpty);
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if it is not known yet
     */
    public long value() {
        if (!known()) {
            throw new IllegalStateException("size " + this + " is not known yet");
        }
        return terms.getOrDefault(List.of(), 0L);
    }

    /**
     * The number as an int.
     *
     * @throws IllegalStateException if it is not known yet
     */
    public int intValue() {
        return Math.toIntExact(value());
    }

    /** The symbols it holds. */
    public Set<String> symbols() {
        Set<String> found = new TreeSet<>();
        terms.keySet().forEach(found::addAll);
        return found;
    }

    /** This size with numbers for some symbols. */
    public Size bind(Map<String, Long> values) {
        Size bound = of(0);
        for (Map.Entry<List<String>, Long> term : terms.entrySet()) {
            Size product = of(term.getValue());
            for (String symbol : term.getKey()) {
                Long value = values.get(symbol);
                product = product.times(value == null ? symbol(symbol) : of(value));
            }
            bound = bound.plus(product);
        }
        return bound;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Size size && terms.equals(size.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        if (terms.isEmpty()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        terms.forEach((monomial, coefficient) -> {
            if (!text.isEmpty()) {
                text.append(coefficient < 0 ? " − " : " + ");
            } else if (coefficient < 0) {
                text.append('−');
            }
            String symbols = String.join("·", monomial);
            if (Math.abs(coefficient) == 1 && !monomial.isEmpty()) {
                text.append(symbols);
            } else {
                text.append(String.format(Locale.ROOT, "%,d", Math.abs(coefficient)))
                        .append(monomial.isEmpty() ? "" : "·")
                        .append(symbols);
            }
        });
        return text.toString();
    }
}
