package dev.tendril.runtime.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds names that were probably meant. */
public final class Similar {
    /** Longer names are not compared. */
    private static final int LONGEST = 100;

    private Similar() {}

    /** The nearest of some names, if one is near. */
    public static Optional<String> to(String name, Collection<String> candidates) {
        return all(name, candidates).stream().findFirst();
    }

    /** The names that are near, nearest first, at most three. */
    public static List<String> all(String name, Collection<String> candidates) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        int tolerance = Math.max(1, name.length() / 3);
        return candidates.stream()
                .distinct()
                .filter(candidate -> distance(name, candidate) <= tolerance)
                .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** {@code did you mean 'dropout'?}, or nothing if no name is near. */
    public static String question(String name, Collection<String> candidates) {
        List<String> near = all(name, candidates);
        return near.isEmpty() ? "" : "did you mean " + quoted(near) + "?";
    }

    private static String quoted(List<String> names) {
        List<String> quoted = names.stream().map(each -> "'" + each + "'").toList();
        if (quoted.size() == 1) {
            return quoted.get(0);
        }
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.get(quoted.size() - 1);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(left, right, cost, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int[][] cost, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
