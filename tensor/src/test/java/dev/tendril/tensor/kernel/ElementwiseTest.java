package dev.tendril.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Sheet.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every elementwise function of all kernels, on awkward sizes and layouts, against Java's own functions in double precision. */
@Tag("kernels")
class ElementwiseTest {
    private static final int[] COLUMNS = {0, 1, 13, 15, 16, 17, 31, 32, 33, 207};
    private static final int LONG = 4098;

    static Stream<Kernels> kernels() {
        return Stream.of(
                Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO),
                Kernels.choose(Precision.FLOAT32, Kernels.Vectors.OFF),
                Kernels.choose(Precision.FLOAT64, Kernels.Vectors.AUTO));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyFunctionAgreesWithJavaOnEveryLayout(Kernels kernels) {
        for (Function function : Function.all()) {
            for (int columns : COLUMNS) {
                for (Layout[] layouts : layouts(function.operands())) {
                    check(kernels, function, layouts, Layout.APART, 3, columns);
                }
            }
            Layout[] dense = new Layout[function.operands()];
            Arrays.fill(dense, Layout.DENSE);
            check(kernels, function, dense, Layout.DENSE, 1, LONG);
            check(kernels, function, dense, Layout.DENSE, 3, 13); // one run that is no whole number of vectors
        }
    }

    private static void check(Kernels kernels, Function function, Layout[] layouts, Layout out, int rows, int columns) {
        Sheet[] operands = operands(kernels, layouts, rows, columns);
        Sheet y = Sheet.empty(kernels, out, rows, columns);
        function.run(kernels, operands, y);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertClose(kernels, function, y.get(row, column), expected(function, operands, row, column));
            }
        }
        assertThat(y.nothingElseWritten())
                .as("%s of %s, %d columns", function, kernels, columns)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aResultMayTakeThePlaceOfAnOperand(Kernels kernels) {
        for (Function function : Function.all()) {
            for (Layout layout : new Layout[] {Layout.DENSE, Layout.APART}) {
                for (int columns : new int[] {13, 33, 207}) {
                    Layout[] layouts = new Layout[function.operands()];
                    Arrays.fill(layouts, layout);
                    for (int place = 0; place < layouts.length; place++) {
                        Sheet[] operands = operands(kernels, layouts, 3, columns);
                        Sheet y = Sheet.empty(kernels, layout, 3, columns);
                        function.run(kernels, operands, y);
                        function.run(kernels, operands, operands[place]);
                        assertThat(operands[place].numbers())
                                .as(function.toString())
                                .isEqualTo(y.numbers());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void anElementDependsNeitherOnItsPlaceNorOnTheLayout(Kernels kernels) {
        int columns = 37;
        for (Function function : Function.all()) {
            Layout[] apart = new Layout[function.operands()];
            Arrays.fill(apart, Layout.APART);
            Sheet[] operands = operands(kernels, apart, 3, columns);
            Sheet whole = Sheet.empty(kernels, Layout.DENSE, 3, columns);
            function.run(kernels, operands, whole);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < columns; column++) {
                    Sheet[] single = new Sheet[operands.length];
                    for (int i = 0; i < single.length; i++) {
                        single[i] = Sheet.empty(kernels, Layout.DENSE, 1, 1);
                        single[i].set(0, 0, operands[i].get(row, column));
                    }
                    Sheet alone = Sheet.empty(kernels, Layout.DENSE, 1, 1);
                    function.run(kernels, single, alone);
                    assertThat(alone.numbers()).as(function.toString()).containsExactly(whole.get(row, column));
                }
            }
        }
    }

    @Test
    void vectorAndScalarKernelsAgreeBitForBit() {
        Kernels vector = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO);
        Kernels scalar = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.OFF);
        for (Function function : Function.all()) {
            for (Layout[] layouts : layouts(function.operands())) {
                Sheet[] operands = operands(vector, layouts, 5, 207);
                Sheet first = Sheet.empty(vector, Layout.APART, 5, 207);
                Sheet second = Sheet.empty(scalar, Layout.APART, 5, 207);
                function.run(vector, operands, first);
                function.run(scalar, operands, second);
                assertThat(first.numbers()).as(function.toString()).isEqualTo(second.numbers());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void selectNeverLetsTheElementNotChosenThrough(Kernels kernels) {
        for (int columns : COLUMNS) {
            Sheet mask = Sheet.empty(kernels, Layout.DENSE, 2, columns);
            Sheet whenTrue = Sheet.empty(kernels, Layout.DENSE, 2, columns);
            Sheet whenFalse = Sheet.empty(kernels, Layout.DENSE, 2, columns);
            Sheet y = Sheet.empty(kernels, Layout.DENSE, 2, columns);
            for (int i = 0; i < 2 * columns; i++) {
                mask.set(i / columns, i % columns, i % 3 == 0 ? 1 : 0);
                (i % 3 == 0 ? whenTrue : whenFalse).set(i / columns, i % columns, i); // the other stays NaN
            }
            kernels.elementwise()
                    .select(mask.operand(), whenTrue.operand(), whenFalse.operand(), y.operand(), 2, columns);
            double[] numbers = y.numbers();
            for (int i = 0; i < numbers.length; i++) {
                assertThat(numbers[i]).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aMovedOperandIsReadWhereItWasMoved(Kernels kernels) {
        Storage numbers = Storage.allocate(kernels.precision(), 40);
        for (int i = 0; i < 40; i++) {
            numbers.set(i, i);
        }
        Strided x = new Strided(Storage.allocate(kernels.precision(), 0), 0, 1, 0);
        Sheet y = Sheet.empty(kernels, Layout.DENSE, 2, 17);
        for (int at : new int[] {3, 20}) {
            x.place(numbers, at);
            kernels.elementwise().affine(2, 1, x, y.operand(), 2, 17);
            for (int i = 0; i < 34; i++) {
                assertThat(y.numbers()[i]).isEqualTo(2 * (at + i / 17) + 1);
            }
        }
    }

    /** All operands dense, all apart, and each operand in turn repeated in three ways while the others are apart. */
    private static List<Layout[]> layouts(int operands) {
        List<Layout[]> layouts = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            for (int operand = 0; operand < operands; operand++) {
                Layout[] some = new Layout[operands];
                Arrays.fill(some, layout == Layout.DENSE ? Layout.DENSE : Layout.APART);
                some[operand] = layout;
                layouts.add(some);
            }
        }
        return layouts;
    }

    private static Sheet[] operands(Kernels kernels, Layout[] layouts, int rows, int columns) {
        Random random = new Random(11);
        Sheet[] operands = new Sheet[layouts.length];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = Sheet.normal(kernels, layouts[i], rows, columns, random.nextLong());
        }
        return operands;
    }

    private static double expected(Function function, Sheet[] operands, int row, int column) {
        double[] numbers = new double[operands.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operands[i].get(row, column);
        }
        return function.expected(numbers);
    }

    private static void assertClose(Kernels kernels, Function function, double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(function.toString()).isNaN();
            return;
        }
        double error = kernels.precision() == Precision.FLOAT32 ? 1e-6 : 1e-12;
        assertThat(actual)
                .as(function.toString())
                .isCloseTo(expected, Offset.offset(error * Math.max(1, Math.abs(expected))));
    }
}
