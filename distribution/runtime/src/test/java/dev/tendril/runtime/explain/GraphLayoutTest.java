package dev.tendril.runtime.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.runtime.explain.GraphLayout.Box;
import dev.tendril.runtime.explain.GraphLayout.Link;
import dev.tendril.runtime.explain.GraphLayout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLayoutTest {
    private static final double CLOSEST = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 13, 17})
    void boxesStandApartAndEdgesPassBetweenThem(int seed) {
        Random random = new Random(seed);
        List<Box> boxes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            boxes.add(new Box("box" + i, 40 + random.nextInt(200), 30 + random.nextInt(90)));
            for (int from = 0; from < i; from++) {
                if (random.nextInt(6) == 0) {
                    links.add(new Link("box" + from, "box" + i));
                }
            }
        }
        GraphLayout layout = new GraphLayout(boxes, links);
        for (Box box : boxes) {
            assertThat(boxes)
                    .filteredOn(other -> !other.name().equals(box.name()))
                    .noneMatch(other -> near(layout.corner(box.name()), box, layout.corner(other.name()), other));
            for (int link = 0; link < links.size(); link++) {
                assertThat(layout.lanes(link)).noneMatch(point -> inside(point, layout.corner(box.name()), box));
            }
        }
    }

    @Test
    void everyEdgeRunsFromLeftToRight() {
        List<Box> boxes = List.of(new Box("a", 50, 30), new Box("b", 70, 30), new Box("c", 30, 30));
        List<Link> links = List.of(new Link("a", "b"), new Link("b", "c"), new Link("a", "c"));
        GraphLayout layout = new GraphLayout(boxes, links);
        assertThat(layout.corner("a").x() + 50).isLessThan(layout.corner("b").x());
        assertThat(layout.corner("b").x() + 70).isLessThan(layout.corner("c").x());
        assertThat(layout.lanes(2)).hasSize(2);
        assertThat(layout.lanes(0)).isEmpty();
        assertThat(layout.width()).isEqualTo(layout.corner("c").x() + 30);
    }

    private static boolean near(Point corner, Box box, Point otherCorner, Box other) {
        return corner.x() < otherCorner.x() + other.width() + CLOSEST
                && otherCorner.x() < corner.x() + box.width() + CLOSEST
                && corner.y() < otherCorner.y() + other.height() + CLOSEST
                && otherCorner.y() < corner.y() + box.height() + CLOSEST;
    }

    private static boolean inside(Point point, Point corner, Box box) {
        return point.x() > corner.x()
                && point.x() < corner.x() + box.width()
                && point.y() > corner.y()
                && point.y() < corner.y() + box.height();
    }
}
