package dev.tendril.runtime.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds polynomials by counting with chosen sizes: their coefficients are the finite differences of the counts (Newton's forward
 * formula), and one more count confirms them.
 */
final class Interpolation {
    private final List<Variable> variables;
    private final int degree;
    private final Function<Map<String, Long>, Map<String, Long>> counter;
    private final Map<List<Integer>, Map<String, Long>> counts = new LinkedHashMap<>();

    private Interpolation(
            List<Variable> variables, int degree, Function<Map<String, Long>, Map<String, Long>> counter) {
        this.variables = List.copyOf(variables);
        this.degree = degree;
        this.counter = counter;
    }

    /**
     * A size that counts depend on.
     *
     * @param symbol its name
     * @param base the smallest number it is counted with
     * @param degree its highest power
     */
    record Variable(String symbol, long base, int degree) {}

    /**
     * The polynomials of a count.
     *
     * @param degree the highest sum of powers
     * @param counter numbers by name, from a number for every symbol
     * @return by name; empty if a count is no such polynomial
     */
    static Optional<Map<String, Polynomial>> of(
            List<Variable> variables, int degree, Function<Map<String, Long>, Map<String, Long>> counter) {
        return new Interpolation(variables, degree, counter).polynomials();
    }

    private Optional<Map<String, Polynomial>> polynomials() {
        points(new ArrayList<>()).forEach(point -> counts.put(point, count(point)));
        List<String> symbols = variables.stream().map(Variable::symbol).toList();
        Map<String, Polynomial> polynomials = new LinkedHashMap<>();
        for (String name : counts.values().iterator().next().keySet()) {
            Optional<Map<List<Integer>, Long>> terms = terms(name);
            if (terms.isEmpty()) {
                return Optional.empty();
            }
            polynomials.put(name, new Polynomial(symbols, terms.get()));
        }
        return confirmed(polynomials) ? Optional.of(polynomials) : Optional.empty();
    }

    /** All exponents that a term can have. */
    private List<List<Integer>> points(List<Integer> begun) {
        if (begun.size() == variables.size()) {
            return List.of(List.copyOf(begun));
        }
        List<List<Integer>> points = new ArrayList<>();
        int left = degree - begun.stream().mapToInt(Integer::intValue).sum();
        for (int power = 0; power <= Math.min(left, variables.get(begun.size()).degree()); power++) {
            begun.add(power);
            points.addAll(points(begun));
            begun.remove(begun.size() - 1);
        }
        return points;
    }

    private Map<String, Long> count(List<Integer> offsets) {
        return counter.apply(sizes(offsets));
    }

    private Map<String, Long> sizes(List<Integer> offsets) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (int i = 0; i < offsets.size(); i++) {
            sizes.put(variables.get(i).symbol(), variables.get(i).base() + offsets.get(i));
        }
        return sizes;
    }

    /** Coefficients by exponents; empty if they are not whole. */
    private Optional<Map<List<Integer>, Long>> terms(String name) {
        Map<List<Integer>, Long> terms = new HashMap<>();
        for (List<Integer> point : counts.keySet()) {
            long difference = difference(name, point);
            long divisor = point.stream().mapToLong(power -> power == 2 ? 2 : 1).reduce(1, (a, b) -> a * b);
            if (difference % divisor != 0) {
                return Optional.empty();
            }
            expand(point, difference / divisor, new ArrayList<>(), terms);
        }
        return Optional.of(terms.entrySet().stream()
                .filter(term -> term.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The mixed forward difference of a point: the sum of the counts up to it, each with its binomial coefficients and sign. */
    private long difference(String name, List<Integer> point) {
        long sum = 0;
        for (Map.Entry<List<Integer>, Map<String, Long>> below : counts.entrySet()) {
            long factor = 1;
            for (int i = 0; i < point.size(); i++) {
                int power = point.get(i);
                int offset = below.getKey().get(i);
                int sign = (power - offset) % 2 == 0 ? 1 : -1;
                factor *= offset > power ? 0 : sign * (power == 2 && offset == 1 ? 2 : 1);
            }
            sum += factor * below.getValue().getOrDefault(name, 0L);
        }
        return sum;
    }

    /** Adds a coefficient of x − base, or of (x − base)(x − base − 1), in every variable, written in powers of x. */
    private void expand(List<Integer> point, long coefficient, List<Integer> begun, Map<List<Integer>, Long> terms) {
        int i = begun.size();
        if (i == point.size()) {
            terms.merge(List.copyOf(begun), coefficient, Long::sum);
            return;
        }
        long base = variables.get(i).base();
        long[] powers =
                switch (point.get(i)) {
                    case 0 -> new long[] {1};
                    case 1 -> new long[] {-base, 1};
                    case 2 -> new long[] {base * (base + 1), -(2 * base + 1), 1};
                    default -> throw new IllegalStateException("powers above 2 are not interpolated");
                };
        for (int power = 0; power < powers.length; power++) {
            begun.add(power);
            expand(point, coefficient * powers[power], begun, terms);
            begun.remove(begun.size() - 1);
        }
    }

    private boolean confirmed(Map<String, Polynomial> polynomials) {
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            offsets.add(3 + 2 * i);
        }
        Map<String, Long> counted = count(offsets);
        Map<String, Long> sizes = sizes(offsets);
        return polynomials.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().size().bind(sizes).value() == counted.getOrDefault(entry.getKey(), 0L));
    }
}
