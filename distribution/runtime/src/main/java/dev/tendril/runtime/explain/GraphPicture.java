package dev.tendril.runtime.explain;

import dev.tendril.runtime.explain.GraphLayout.Box;
import dev.tendril.runtime.explain.GraphLayout.Link;
import dev.tendril.runtime.explain.GraphLayout.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Draws a graph as SVG: boxes with a title, a kind, and a row for every port, which says what passes there; edges run from the rows of
 * outputs to the rows of inputs. Readable before a light and before a dark background.
 */
final class GraphPicture {
    private static final double ROW = 18;
    private static final double PADDING = 12;
    private static final double CHARACTER = 7.4; // of 12 pixels in a typewriter face: at most 0.61 em
    private static final double MARGIN = 16;
    private static final double ARROW = 6;

    private static final String STYLE = """
              <style>
                text { font: 12px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #1c2530; }
                .title { font-weight: bold; }
                .kind { fill: #5b6875; }
                .box { fill: #f6f8fa; stroke: #8b98a5; }
                .field { fill: #e3f1e6; stroke: #3f8f54; }
                .head { fill: #fdeedd; stroke: #c06a1d; stroke-width: 2.5; }
                .edge { fill: none; stroke: #8b98a5; stroke-width: 1.5; }
                .arrow { fill: #8b98a5; }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6edf3; }
                  .kind { fill: #9fb0c0; }
                  .box { fill: #1f2730; }
                  .field { fill: #17301d; stroke: #56b870; }
                  .head { fill: #3a2512; stroke: #e79343; }
                }
              </style>
            """;

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Line> lines;
    private final List<Link> links;
    private final GraphLayout layout;

    /** What a box stands for. */
    enum Role {
        /** A field of the data. */
        FIELD,
        /** A node that computes. */
        NODE,
        /** A node at which the model predicts. */
        HEAD
    }

    /**
     * A row of a box.
     *
     * @param port its name
     * @param type what passes there
     */
    record Row(String port, String type) {
        String text() {
            return port.isEmpty() ? type : port + "  " + type;
        }
    }

    /**
     * A box.
     *
     * @param name of the field or node; the title
     * @param role what it stands for
     * @param kind the line below the title
     * @param inputs rows at its left side
     * @param outputs rows at its right side
     */
    record Figure(String name, Role role, String kind, List<Row> inputs, List<Row> outputs) {
        double width() {
            int longest = Math.max(name.codePointCount(0, name.length()), kind.codePointCount(0, kind.length()));
            for (Row row : rows()) {
                longest = Math.max(
                        longest, row.text().codePointCount(0, row.text().length()));
            }
            return Math.ceil(longest * CHARACTER) + 2 * PADDING;
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>(inputs);
            rows.addAll(outputs);
            return rows;
        }

        double height() {
            return PADDING + ROW * (2 + rows().size()) + PADDING;
        }
    }

    /**
     * An edge.
     *
     * @param from box that it leaves
     * @param output number of the row there
     * @param to box that it enters
     * @param input number of the row there
     */
    record Line(String from, int output, String to, int input) {}

    /**
     * A picture.
     *
     * @param figures sources first
     */
    GraphPicture(List<Figure> figures, List<Line> lines) {
        figures.forEach(figure -> this.figures.put(figure.name(), figure));
        this.lines = List.copyOf(lines);
        this.links = lines.stream()
                .map(line -> new Link(line.from(), line.to()))
                .distinct()
                .toList();
        this.layout = new GraphLayout(
                figures.stream()
                        .map(each -> new Box(each.name(), each.width(), each.height()))
                        .toList(),
                links);
    }

    /** The text of the picture; ends with a line break. */
    String svg(String title) {
        String width = number(layout.width() + 2 * MARGIN);
        String height = number(layout.height() + 2 * MARGIN);
        StringBuilder text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\">\n");
        text.append("  <title>").append(escaped(title)).append("</title>\n").append(STYLE);
        lines.forEach(line -> append(text, line));
        figures.values().forEach(figure -> append(text, figure));
        return text.append("</svg>\n").toString();
    }

    private Figure figure(String name) {
        return Objects.requireNonNull(figures.get(name));
    }

    private Point corner(Figure figure) {
        Point corner = layout.corner(figure.name());
        return new Point(corner.x() + MARGIN, corner.y() + MARGIN);
    }

    /** The middle of a row. */
    private static double row(Point corner, int number) {
        return corner.y() + PADDING + ROW * (2.5 + number);
    }

    private void append(StringBuilder text, Line line) {
        Figure from = figure(line.from());
        Figure to = figure(line.to());
        List<Point> points = new ArrayList<>();
        Point source = corner(from);
        Point target = corner(to);
        points.add(
                new Point(source.x() + from.width(), row(source, from.inputs().size() + line.output())));
        layout.lanes(links.indexOf(new Link(line.from(), line.to())))
                .forEach(lane -> points.add(new Point(lane.x() + MARGIN, lane.y() + MARGIN)));
        Point end = new Point(target.x(), row(target, line.input()));
        points.add(new Point(end.x() - ARROW, end.y()));
        text.append("  <path class=\"edge\" d=\"").append(path(points)).append("\"/>\n");
        text.append("  <path class=\"arrow\" d=\"M")
                .append(pair(end.x() - ARROW - 2, end.y() - 4))
                .append(" L")
                .append(pair(end.x(), end.y()))
                .append(" L")
                .append(pair(end.x() - ARROW - 2, end.y() + 4))
                .append(" Z\"/>\n");
    }

    /** Bends between layers, where the points alternate: leaving one, entering the next. */
    private static String path(List<Point> points) {
        StringBuilder path =
                new StringBuilder("M" + pair(points.get(0).x(), points.get(0).y()));
        for (int i = 1; i < points.size(); i++) {
            Point before = points.get(i - 1);
            Point point = points.get(i);
            if (i % 2 == 0) {
                path.append(" L").append(pair(point.x(), point.y()));
            } else {
                double middle = (before.x() + point.x()) / 2;
                path.append(" C").append(pair(middle, before.y())).append(' ').append(pair(middle, point.y()));
                path.append(' ').append(pair(point.x(), point.y()));
            }
        }
        return path.toString();
    }

    private void append(StringBuilder text, Figure figure) {
        Point corner = corner(figure);
        String css = figure.role() == Role.NODE ? "box" : figure.role().name().toLowerCase(Locale.ROOT);
        double radius = figure.role() == Role.FIELD ? 16 : 5;
        text.append("  <rect class=\"").append(css).append("\" x=\"").append(number(corner.x()));
        text.append("\" y=\"").append(number(corner.y())).append("\" width=\"").append(number(figure.width()));
        text.append("\" height=\"")
                .append(number(figure.height()))
                .append("\" rx=\"")
                .append(number(radius));
        text.append("\"/>\n");
        double left = corner.x() + PADDING;
        appendText(text, "title", "start", new Point(left, corner.y() + PADDING + ROW - 6), figure.name());
        appendText(text, "kind", "start", new Point(left, corner.y() + PADDING + 2 * ROW - 6), figure.kind());
        double right = corner.x() + figure.width() - PADDING;
        for (int i = 0; i < figure.rows().size(); i++) {
            boolean input = i < figure.inputs().size();
            Point place = new Point(input ? left : right, row(corner, i) + 4);
            appendText(
                    text,
                    "row",
                    input ? "start" : "end",
                    place,
                    figure.rows().get(i).text());
        }
    }

    private static void appendText(StringBuilder text, String css, String anchor, Point place, String words) {
        text.append("  <text class=\"")
                .append(css)
                .append("\" x=\"")
                .append(number(place.x()))
                .append("\" y=\"");
        text.append(number(place.y()))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" xml:space=\"preserve\">");
        text.append(escaped(words)).append("</text>\n");
    }

    private static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(character -> switch (character) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    default -> Character.toString(character);
                })
                .collect(Collectors.joining());
    }
}
