package dev.tendril.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what was computed two ways.
 *
 * @param first what is said of the first way: "in the batch"
 * @param second what is said of the second
 */
record Same(String first, String second) {

    /** Fails unless all numbers have the same bits. */
    void bits(String promise, Map<String, Numbers> one, Map<String, Numbers> other) {
        Failures.failIf(differences(one, other, 0), promise + " (compared bit by bit)");
    }

    /**
     * Fails unless all numbers lie close to one another.
     *
     * @param tolerance beside the largest of an array or 1: a small sum of large terms has the errors of the terms
     */
    void close(String promise, Map<String, Numbers> one, Map<String, Numbers> other, double tolerance) {
        Failures.failIf(
                differences(one, other, tolerance),
                promise + " (compared within " + tolerance + " of the largest number or of 1)");
    }

    /** Where numbers differ; a tolerance of 0 compares bits. */
    List<String> differences(Map<String, Numbers> one, Map<String, Numbers> other, double tolerance) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            Numbers a = one.get(name);
            Numbers b = other.get(name);
            if (a == null || b == null) {
                problems.add(name + " is there " + (a == null ? second : first) + " alone");
            } else if (!a.shape().equals(b.shape())) {
                problems.add(name + " has shape " + a.shape() + " " + first + " and " + b.shape() + " " + second);
            } else {
                compare(name, a, b, tolerance, problems);
            }
        }
        return problems;
    }

    private void compare(String name, Numbers one, Numbers other, double tolerance, List<String> problems) {
        double scale = Arrays.stream(other.values()).map(Math::abs).reduce(1, Math::max);
        for (int i = 0; i < one.values().length; i++) {
            double a = one.values()[i];
            double b = other.values()[i];
            boolean same = tolerance == 0 ? Double.compare(a, b) == 0 : Math.abs(a - b) <= tolerance * scale;
            if (!same) {
                problems.add(name + " " + one.at(i) + " is " + a + " " + first + " and " + b + " " + second);
            }
        }
    }
}
