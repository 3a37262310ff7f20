package dev.tendril.nlp.reader;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds names in data that were probably meant. */
public final class NearNames {
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private NearNames() {}

    /**
     * What to take instead of a name that is not there: the names that are near, at most three, or else those there are.
     *
     * @param there at least one name
     */
    public static String instead(String name, Collection<String> there) {
        List<String> near = near(name, there);
        if (!near.isEmpty()) {
            return "did you mean " + near.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" or "))
                    + "?";
        }
        String more = there.size() > MOST ? ", …" : "";
        return "there are " + there.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }

    private static List<String> near(String name, Collection<String> there) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        int tolerance = Math.max(1, name.length() / 3);
        return there.stream()
                .distinct()
                .filter(each -> each.length() <= 2 * LONGEST && distance(name, each) <= tolerance)
                .sorted(Comparator.<String>comparingInt(each -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two names, whatever the case of their letters. */
    private static int distance(String from, String to) {
        String left = from.toLowerCase(Locale.ROOT);
        String right = to.toLowerCase(Locale.ROOT);
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                cost[row][column] = row == 0 || column == 0 ? row + column : cheapest(left, right, cost, row, column);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int[][] cost, int row, int column) {
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int best = Math.min(cost[row - 1][column], cost[row][column - 1]) + 1;
        best = Math.min(best, cost[row - 1][column - 1] + (same ? 0 : 1));
        boolean swapped = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        return swapped ? Math.min(best, cost[row - 2][column - 2] + 1) : best;
    }
}
