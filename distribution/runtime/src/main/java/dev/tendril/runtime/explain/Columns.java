package dev.tendril.runtime.explain;

import java.util.List;

/** Rows of text, aligned in columns. */
final class Columns {
    private static final String MARGIN = "  ";

    private Columns() {}

    static String of(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(MARGIN).append(cell).append(" ".repeat(width(rows, column) - characters(cell)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> characters(row.get(column)))
                .max()
                .orElse(0);
    }

    private static int characters(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
