package dev.tendril.runtime.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Places boxes in layers from left to right: each right of all that it is connected to, so that edges run in one direction (after
 * Sugiyama et al. 1981). An edge that skips layers passes through a lane of its own in each of them, so it crosses no box.
 */
final class GraphLayout {
    private static final int SWEEPS = 12;
    private static final double GAP_BETWEEN_LAYERS = 70;
    private static final double GAP_IN_A_LAYER = 26;
    private static final double LANE = 8;

    private final List<List<Cell>> layers = new ArrayList<>();
    private final Map<String, Cell> boxes = new LinkedHashMap<>();
    private final List<List<Cell>> routes = new ArrayList<>();

    /**
     * A box to be placed.
     *
     * @param name of the box
     * @param width of it
     * @param height of it
     */
    record Box(String name, double width, double height) {}

    /**
     * An edge.
     *
     * @param from name of the box that it leaves at the right
     * @param to name of the box that it enters at the left
     */
    record Link(String from, String to) {}

    /**
     * A point.
     *
     * @param x to the right
     * @param y downwards
     */
    record Point(double x, double y) {}

    /** A box, or the lane of an edge in a layer. */
    private static final class Cell {
        private final double width;
        private final double height;
        private final int layer;
        private final List<Cell> before = new ArrayList<>();
        private final List<Cell> after = new ArrayList<>();
        private double x;
        private double y;

        Cell(double width, double height, int layer) {
            this.width = width;
            this.height = height;
            this.layer = layer;
        }

        double middle() {
            return y + height / 2;
        }
    }

    /**
     * A layout.
     *
     * @param boxes sources first
     * @param links between them, no two of the same boxes
     */
    GraphLayout(List<Box> boxes, List<Link> links) {
        Map<String, Integer> depths = depths(boxes, links);
        for (Box box : boxes) {
            int depth = Objects.requireNonNull(depths.get(box.name()));
            this.boxes.put(box.name(), add(new Cell(box.width(), box.height(), depth)));
        }
        links.forEach(this::route);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(sweep % 2 == 0);
        }
        place();
    }

    /** How many boxes stand before each, at least; a box without any stands directly before the first that needs it. */
    private static Map<String, Integer> depths(List<Box> boxes, List<Link> links) {
        Map<String, Integer> depths = new HashMap<>();
        for (Box box : boxes) {
            int depth = links.stream()
                    .filter(link -> link.to().equals(box.name()))
                    .mapToInt(link -> depths.getOrDefault(link.from(), 0) + 1)
                    .max()
                    .orElse(0);
            depths.put(box.name(), depth);
        }
        for (Box box : boxes) {
            if (links.stream().noneMatch(link -> link.to().equals(box.name()))) {
                links.stream()
                        .filter(link -> link.from().equals(box.name()))
                        .mapToInt(link -> depths.getOrDefault(link.to(), 0))
                        .min()
                        .ifPresent(first -> depths.put(box.name(), first - 1));
            }
        }
        return depths;
    }

    private Cell add(Cell cell) {
        while (layers.size() <= cell.layer) {
            layers.add(new ArrayList<>());
        }
        layers.get(cell.layer).add(cell);
        return cell;
    }

    private void route(Link link) {
        Cell from = Objects.requireNonNull(boxes.get(link.from()));
        Cell to = Objects.requireNonNull(boxes.get(link.to()));
        List<Cell> route = new ArrayList<>();
        Cell last = from;
        for (int layer = from.layer + 1; layer < to.layer; layer++) {
            Cell lane = add(new Cell(0, LANE, layer));
            join(last, lane);
            route.add(lane);
            last = lane;
        }
        join(last, to);
        routes.add(route);
    }

    private static void join(Cell left, Cell right) {
        left.after.add(right);
        right.before.add(left);
    }

    // ---- order within layers: by the mean place of the neighbours ----

    private void order(boolean rightwards) {
        for (int i = 0; i < layers.size(); i++) {
            List<Cell> layer = layers.get(rightwards ? i : layers.size() - 1 - i);
            Map<Cell, Double> wanted = new HashMap<>();
            for (int place = 0; place < layer.size(); place++) {
                Cell cell = layer.get(place);
                List<Cell> neighbours = rightwards ? cell.before : cell.after;
                double own = place;
                wanted.put(
                        cell,
                        neighbours.stream()
                                .mapToDouble(neighbour -> place(neighbour) + shift(cell, neighbour, rightwards))
                                .average()
                                .orElse(own));
            }
            layer.sort(Comparator.comparingDouble(cell -> wanted.getOrDefault(cell, 0.0)));
        }
    }

    /** Cells that enter one box from the left stand in the order of its rows. */
    private static double shift(Cell cell, Cell neighbour, boolean rightwards) {
        return rightwards ? 0 : 0.5 * neighbour.before.indexOf(cell) / neighbour.before.size();
    }

    /** Between 0 and 1 within its layer, since layers have different numbers of cells. */
    private double place(Cell cell) {
        List<Cell> layer = layers.get(cell.layer);
        return (layer.indexOf(cell) + 0.5)
                / layer.size()
                * layers.stream().mapToInt(List::size).max().orElse(1);
    }

    // ---- coordinates ----

    private void place() {
        double x = 0;
        for (List<Cell> layer : layers) {
            double width = layer.stream().mapToDouble(cell -> cell.width).max().orElse(0);
            for (Cell cell : layer) {
                cell.x = x + (width - cell.width) / 2;
            }
            stack(layer);
            x += width + GAP_BETWEEN_LAYERS;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            align(sweep % 2 == 0);
        }
    }

    private static void stack(List<Cell> layer) {
        double y = 0;
        for (Cell cell : layer) {
            cell.y = y;
            y += cell.height + GAP_IN_A_LAYER;
        }
    }

    /** Moves cells towards the middle of their neighbours, their order and distances kept. */
    private void align(boolean rightwards) {
        for (int i = 0; i < layers.size(); i++) {
            List<Cell> layer = layers.get(rightwards ? i : layers.size() - 1 - i);
            for (Cell cell : layer) {
                List<Cell> neighbours = rightwards ? cell.before : cell.after;
                double middle =
                        neighbours.stream().mapToDouble(Cell::middle).average().orElse(cell.middle());
                cell.y = middle - cell.height / 2;
            }
            separate(layer);
        }
    }

    /** Pushes cells down where they are too close, then the whole layer up by the mean of that. */
    private static void separate(List<Cell> layer) {
        double moved = 0;
        for (int i = 1; i < layer.size(); i++) {
            double least = layer.get(i - 1).y + layer.get(i - 1).height + GAP_IN_A_LAYER;
            moved += Math.max(0, least - layer.get(i).y);
            layer.get(i).y = Math.max(layer.get(i).y, least);
        }
        double mean = layer.isEmpty() ? 0 : moved / layer.size();
        layer.forEach(cell -> cell.y -= mean);
    }

    /** The upper left corner of a box; the leftmost and the uppermost of all are 0. */
    Point corner(String box) {
        Cell cell = Objects.requireNonNull(boxes.get(box));
        return new Point(cell.x, cell.y - top());
    }

    /** The points that an edge passes between its boxes: where it enters and where it leaves each lane. */
    List<Point> lanes(int link) {
        List<Point> points = new ArrayList<>();
        for (Cell lane : routes.get(link)) {
            double width = layers.get(lane.layer).stream()
                    .mapToDouble(cell -> cell.width)
                    .max()
                    .orElse(0);
            double left = lane.x - width / 2;
            points.add(new Point(left, lane.middle() - top()));
            points.add(new Point(left + width, lane.middle() - top()));
        }
        return points;
    }

    private double top() {
        return layers.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.y)
                .min()
                .orElse(0);
    }

    /** From the left of the leftmost box to the right of the rightmost. */
    double width() {
        return boxes.values().stream()
                .mapToDouble(cell -> cell.x + cell.width)
                .max()
                .orElse(0);
    }

    /** From the top of the uppermost cell to the bottom of the lowest. */
    double height() {
        double bottom = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.y + cell.height)
                .max()
                .orElse(0);
        return bottom - top();
    }
}
