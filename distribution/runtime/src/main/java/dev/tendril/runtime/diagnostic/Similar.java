package dev.tendril.runtime.diagnostic;

import java.util.Arrays;
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
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= tolerance)
                .distinct()
                .map(candidate -> new Near(candidate, distance(name, candidate)))
                .filter(near -> near.distance() <= tolerance)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(3)
                .map(Near::name)
                .toList();
    }

    private record Near(String name, int distance) {}

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
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= left.length(); i++) {
            int[] oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(left, right, i, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[right.length()];
    }

    private static boolean swapped(String left, String right, int i, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
