package dev.tendril.nlp.metric;

import java.util.List;

/** The least number of insertions, deletions and substitutions that turn one sequence into another (Levenshtein 1966). */
final class EditDistance {
    private EditDistance() {}

    /** In time proportional to the product of the lengths and memory proportional to the second. */
    static int between(List<?> from, List<?> to) {
        int[] above = new int[to.size() + 1];
        for (int column = 0; column <= to.size(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.size(); row++) {
            int[] current = new int[to.size() + 1];
            current[0] = row;
            for (int column = 1; column <= to.size(); column++) {
                int substituted = above[column - 1] + (from.get(row - 1).equals(to.get(column - 1)) ? 0 : 1);
                current[column] = Math.min(substituted, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.size()];
    }
}
