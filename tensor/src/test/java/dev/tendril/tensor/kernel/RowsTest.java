package dev.tendril.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.RowFunction.Kind;
import dev.tendril.tensor.kernel.Sheet.Layout;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel over rows, on awkward sizes and layouts, against plain loops in double precision. */
@Tag("kernels")
class RowsTest {
    private static final String KERNELS = "dev.tendril.tensor.kernel.ElementwiseTest#kernels";
    private static final int[] COLUMNS = {1, 2, 13, 15, 16, 17, 31, 32, 33, 63, 64, 65, 207, 4098};
    private static final int ROWS = 3;

    @ParameterizedTest
    @MethodSource(KERNELS)
    void everyFunctionAgreesWithPlainLoops(Kernels kernels) {
        for (RowFunction function : RowFunction.all()) {
            for (int columns : COLUMNS) {
                for (Layout layout : new Layout[] {Layout.DENSE, Layout.APART}) {
                    Sheet[] operands = operands(kernels, function, layout, ROWS, columns);
                    Sheet y = result(kernels, function, layout, ROWS, columns);
                    function.run(kernels, operands, y, columns);
                    for (int row = 0; row < ROWS; row++) {
                        assertClose(
                                kernels, function, y, row, function.reference().of(rows(operands, row)));
                    }
                    assertThat(y.nothingElseWritten()).as(function.toString()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void aResultMayTakeThePlaceOfAnOperand(Kernels kernels) {
        for (RowFunction function : RowFunction.all()) {
            for (int columns : new int[] {13, 33, 207}) {
                for (int place = 0; place < function.kinds().size(); place++) {
                    if (function.single() || function.kinds().get(place) == Kind.PARAMETER) {
                        continue;
                    }
                    Sheet[] operands = operands(kernels, function, Layout.APART, ROWS, columns);
                    Sheet y = result(kernels, function, Layout.APART, ROWS, columns);
                    function.run(kernels, operands, y, columns);
                    function.run(kernels, operands, operands[place], columns);
                    assertThat(operands[place].numbers())
                            .as(function.toString())
                            .isEqualTo(y.numbers());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void aRowDependsNeitherOnItsPlaceNorOnItsNeighbours(Kernels kernels) {
        for (RowFunction function : RowFunction.all()) {
            for (int columns : new int[] {1, 13, 20, 37}) {
                Sheet[] operands = operands(kernels, function, Layout.APART, ROWS, columns);
                Sheet whole = result(kernels, function, Layout.APART, ROWS, columns);
                function.run(kernels, operands, whole, columns);
                for (int row = 0; row < ROWS; row++) {
                    Sheet[] single = new Sheet[operands.length];
                    double[][] numbers = rows(operands, row);
                    for (int i = 0; i < single.length; i++) {
                        single[i] = Sheet.empty(kernels, Layout.DENSE, 1, columns);
                        for (int column = 0; column < columns; column++) {
                            single[i].set(0, column, numbers[i][column]);
                        }
                    }
                    Sheet alone = result(kernels, function, Layout.DENSE, 1, columns);
                    function.run(kernels, single, alone, columns);
                    assertThat(alone.numbers()).as(function.toString()).isEqualTo(row(whole, row));
                }
            }
        }
    }

    @Test
    void vectorAndScalarKernelsAgreeBitForBit() {
        Kernels vector = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO);
        Kernels scalar = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.OFF);
        for (RowFunction function : RowFunction.all()) {
            for (int columns : COLUMNS) {
                Sheet[] operands = operands(vector, function, Layout.APART, ROWS, columns);
                Sheet first = result(vector, function, Layout.APART, ROWS, columns);
                Sheet second = result(scalar, function, Layout.APART, ROWS, columns);
                function.run(vector, operands, first, columns);
                function.run(scalar, operands, second, columns);
                assertThat(first.numbers()).as(function + ", " + columns).isEqualTo(second.numbers());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void zerosBehindARowNeverChangeItsSum(Kernels kernels) {
        for (int length : new int[] {1, 13, 16, 20, 33}) {
            Sheet x = Sheet.normal(kernels, Layout.DENSE, 1, 50, 9);
            for (int column = length; column < 50; column++) {
                x.set(0, column, 0);
            }
            Sheet sums = Sheet.empty(kernels, Layout.DENSE, 2, 1);
            kernels.rows().sum(x.operand(), sums.operand(), 1, length);
            kernels.rows()
                    .sum(
                            x.operand(),
                            new Strided(sums.operand().storage(), sums.operand().row(1), 1, 1),
                            1,
                            50);
            assertThat(sums.get(1, 0)).isEqualTo(sums.get(0, 0));
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void totalsAndColumnSumsAgreeWithPlainLoops(Kernels kernels) {
        for (int rows : new int[] {0, 1, 3, 4, 5, 13}) {
            for (int columns : new int[] {1, 16, 33, 4098}) {
                Sheet x = Sheet.normal(kernels, Layout.APART, rows, columns, 5);
                Sheet y = Sheet.normal(kernels, Layout.DENSE, 1, columns, 6);
                double[] want = y.numbers();
                double total = Arrays.stream(want).sum();
                for (int i = 0; i < rows * columns; i++) {
                    want[i % columns] += x.get(i / columns, i % columns);
                }
                double got =
                        kernels.rows().total(y.operand().storage(), y.operand().at(), columns);
                assertThat(got).isCloseTo(total, Offset.offset(1e-4));
                kernels.rows().addRows(x.operand(), y.operand(), rows, columns);
                for (int column = 0; column < columns; column++) {
                    assertThat(y.get(0, column)).isCloseTo(want[column], Offset.offset(1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void aMaskedSoftmaxNeverLetsThroughWhatIsHidden(Kernels kernels) {
        for (int columns : new int[] {1, 13, 19, 32, 40}) {
            Sheet mask = Sheet.empty(kernels, Layout.DENSE, ROWS, columns);
            Sheet x = Sheet.normal(kernels, Layout.DENSE, ROWS, columns, 4);
            for (int column = 0; column < columns; column++) {
                mask.set(0, column, 1);
                mask.set(1, column, column % 2 == 0 ? 1 : 0);
                mask.set(2, column, 0);
                if (column % 2 == 1) {
                    x.set(1, column, Double.NaN);
                }
                x.set(2, column, Double.NaN);
            }
            Sheet y = Sheet.empty(kernels, Layout.DENSE, ROWS, columns);
            kernels.rows().maskedSoftmax(1, x.operand(), mask.operand(), y.operand(), ROWS, columns);
            assertThat(Arrays.stream(row(y, 0)).sum()).isCloseTo(1, Offset.offset(1e-6));
            assertThat(Arrays.stream(row(y, 1)).sum()).isCloseTo(1, Offset.offset(1e-6));
            assertThat(row(y, 2)).containsOnly(0);
            for (int column = 1; column < columns; column += 2) {
                assertThat(y.get(1, column)).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void aMaskMayHoldOneNumberForEachRow(Kernels kernels) {
        for (int columns : new int[] {1, 13, 32, 37}) {
            Sheet mask = Sheet.empty(kernels, Layout.REPEATED_COLUMN, 2, columns);
            mask.set(0, 0, 1);
            mask.set(1, 0, 0);
            Sheet x = Sheet.normal(kernels, Layout.APART, 2, columns, 4);
            Sheet y = Sheet.empty(kernels, Layout.APART, 2, columns);
            Sheet unmasked = Sheet.empty(kernels, Layout.APART, 2, columns);
            kernels.rows().maskedSoftmax(1, x.operand(), mask.operand(), y.operand(), 2, columns);
            kernels.rows().softmax(x.operand(), unmasked.operand(), 2, columns);
            assertThat(row(y, 0)).isEqualTo(row(unmasked, 0));
            assertThat(row(y, 1)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void theGradientOfTheCrossEntropyComesWithTheLogarithmOfTheSum(Kernels kernels) {
        for (int columns : COLUMNS) {
            Sheet x = Sheet.normal(kernels, Layout.DENSE, 1, columns, 3);
            double sum = kernels.rows().logSumExp(x.operand(), 0, columns);
            assertThat(kernels.rows().crossEntropyGradient(x.operand(), 0, 0, 1, x.operand(), 0, columns))
                    .isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void aRowOfNoColumnsSumsToNothing(Kernels kernels) {
        Sheet x = Sheet.normal(kernels, Layout.APART, 2, 0, 3);
        Sheet y = Sheet.empty(kernels, Layout.DENSE, 2, 1);
        kernels.rows().sum(x.operand(), y.operand(), 2, 0);
        assertThat(y.numbers()).containsOnly(0);
        kernels.rows().max(x.operand(), y.operand(), 2, 0);
        assertThat(y.numbers()).containsOnly(Double.NEGATIVE_INFINITY);
        kernels.rows().softmax(x.operand(), x.operand(), 2, 0);
        assertThat(x.nothingElseWritten()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void aMaximumFindsTheLargestAnywhereAndLetsNanThrough(Kernels kernels) {
        for (int columns : new int[] {1, 5, 16, 17, 40, 70}) {
            for (int place = 0; place < columns; place++) {
                Sheet x = Sheet.normal(kernels, Layout.DENSE, 1, columns, 3);
                Sheet y = Sheet.empty(kernels, Layout.DENSE, 1, 1);
                x.set(0, place, 100);
                kernels.rows().max(x.operand(), y.operand(), 1, columns);
                assertThat(y.numbers()).containsExactly(100);
                x.set(0, place, Double.NaN);
                kernels.rows().max(x.operand(), y.operand(), 1, columns);
                assertThat(y.numbers()).containsExactly(Double.NaN);
            }
        }
    }

    private static Sheet[] operands(Kernels kernels, RowFunction function, Layout layout, int rows, int columns) {
        Random random = new Random(17);
        Sheet[] operands = new Sheet[function.kinds().size()];
        for (int i = 0; i < operands.length; i++) {
            Kind kind = function.kinds().get(i);
            operands[i] = Sheet.empty(kernels, kind.layout(layout), rows, columns);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    operands[i].set(row, column, kind.number(random.nextGaussian()));
                }
            }
        }
        return operands;
    }

    private static Sheet result(Kernels kernels, RowFunction function, Layout layout, int rows, int columns) {
        return Sheet.empty(kernels, layout, rows, function.single() ? 1 : columns);
    }

    private static double[][] rows(Sheet[] sheets, int row) {
        return Arrays.stream(sheets).map(sheet -> row(sheet, row)).toArray(double[][]::new);
    }

    private static double[] row(Sheet sheet, int row) {
        return Arrays.copyOfRange(sheet.numbers(), row * sheet.columns(), (row + 1) * sheet.columns());
    }

    private static void assertClose(Kernels kernels, RowFunction function, Sheet y, int row, double[] expected) {
        double error =
                kernels.precision() == Precision.FLOAT32 ? 5e-6 : 1e-11; // functions of sums of up to 4098 numbers
        for (int column = 0; column < expected.length; column++) {
            double scale = Math.max(1, Math.abs(expected[column])) * (function.single() ? 10 : 1);
            assertThat(y.get(row, column))
                    .as("%s, column %d of %d", function, column, expected.length)
                    .isCloseTo(expected[column], Offset.offset(error * scale));
        }
    }
}
