package dev.tendril.api.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void countsElementsAndCountsAxesFromTheEnd() {
        Shape shape = Shape.of(2, 3, 5);
        assertThat(shape.elements()).isEqualTo(30);
        assertThat(shape.size(-1)).isEqualTo(5);
        assertThat(Shape.scalar().elements()).isEqualTo(1);
        assertThat(Shape.of(7, 0).elements()).isZero();
    }

    @Test
    void keepsItsSizesFromTheCallersArray() {
        int[] sizes = {2, 3};
        Shape shape = Shape.of(sizes);
        sizes[0] = 99;
        shape.toArray()[1] = 99;
        assertThat(shape).isEqualTo(Shape.of(2, 3)).hasToString("[2, 3]");
    }

    @Test
    void insertsReplacesAndDropsAxes() {
        Shape shape = Shape.of(2, 3);
        assertThat(shape.insert(0, 7)).isEqualTo(Shape.of(7, 2, 3));
        assertThat(shape.append(7)).isEqualTo(Shape.of(2, 3, 7));
        assertThat(shape.with(-2, 7)).isEqualTo(Shape.of(7, 3));
        assertThat(shape.without(1)).isEqualTo(Shape.of(2));
    }

    @Test
    void broadcastsAlignedAtTheLastAxis() {
        assertThat(Shape.broadcast(Shape.of(5, 1, 3), Shape.of(2, 1))).isEqualTo(Shape.of(5, 2, 3));
        assertThat(Shape.broadcast(Shape.scalar(), Shape.of(0, 3))).isEqualTo(Shape.of(0, 3));
    }

    @Test
    void refusesShapesThatDoNotBroadcastNamingBoth() {
        assertThatThrownBy(() -> Shape.broadcast(Shape.of(2, 3), Shape.of(2, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes [2, 3] and [2, 5] do not broadcast: axis -1 has 3 and 5");
    }

    @Test
    void refusesNegativeSizesMissingAxesAndProductsBeyondALong() {
        assertThatThrownBy(() -> Shape.of(2, -1)).hasMessageContaining("[2, -1]");
        assertThatThrownBy(() -> Shape.of(2).size(1)).hasMessage("no axis 1 in shape [2]");
        assertThatThrownBy(() -> Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 3))
                .isInstanceOf(ArithmeticException.class);
    }
}
