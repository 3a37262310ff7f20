package dev.tendril.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Matrix products of every form on awkward sizes: every element against a sum in double precision, and bit for bit against one chain of
 * multiply-adds in ascending k.
 */
@Tag("kernels")
class ProductsTest {
    private static final int AHEAD = 5; // operands start in the middle of their arrays
    private static final int APART = 3; // elements between the rows of C that are none of its own
    private static final double UNTOUCHED = 77;

    @ParameterizedTest
    @MethodSource("dev.tendril.tensor.kernel.ElementwiseTest#kernels")
    void everyElementIsOneChainInEveryForm(Kernels kernels) {
        for (int rows : new int[] {0, 1, 2, 3, 4, 5, 13, 67}) {
            for (int inner : new int[] {0, 1, 7, 67}) {
                for (int columns : new int[] {1, 16, 37, 100, 207}) {
                    new Product(kernels, rows, inner, columns).checkAllForms();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tendril.tensor.kernel.ElementwiseTest#kernels")
    void chainsGoOnFromBlockToBlock(Kernels kernels) {
        for (int inner : new int[] {63, 64, 65, 511, 512, 513, 1031}) {
            new Product(kernels, 53, inner, 71).checkAllForms();
        }
        new Product(kernels, 389, 13, 71).checkAllForms();
    }

    @ParameterizedTest
    @MethodSource("dev.tendril.tensor.kernel.ElementwiseTest#kernels")
    void longRowsColumnsAndSumsAreChainsToo(Kernels kernels) {
        new Product(kernels, 4098, 3, 1).checkAllForms();
        new Product(kernels, 4098, 2, 13).checkAllForms();
        new Product(kernels, 1, 13, 4098).checkAllForms();
        new Product(kernels, 7, 3, 4098).checkAllForms();
        new Product(kernels, 1, 4098, 1).checkAllForms();
        new Product(kernels, 2, 4098, 17).checkAllForms();
    }

    @ParameterizedTest
    @MethodSource("dev.tendril.tensor.kernel.ElementwiseTest#kernels")
    void matricesSideBySideAreOneRightOperand(Kernels kernels) {
        for (int columns : new int[] {1, 13, 64, 150}) {
            Product product = new Product(kernels, 5, 29, columns);
            for (int cut : new int[] {0, columns / 3, columns}) {
                for (int innerCut : new int[] {0, 11}) {
                    product.checkParts(innerCut, cut);
                }
            }
        }
    }

    /** Where chains start. */
    private enum Start {
        ZERO,
        RESULT,
        BIAS
    }

    /** A product of random matrices, and what should come out. */
    private static final class Product {
        private final Kernels kernels;
        private final int rows;
        private final int inner;
        private final int columns;
        private final double[] left;
        private final double[] right;
        private final double[] before;
        private final double[] bias;

        Product(Kernels kernels, int rows, int inner, int columns) {
            this.kernels = kernels;
            this.rows = rows;
            this.inner = inner;
            this.columns = columns;
            left = numbers(kernels, rows * inner, 1);
            right = numbers(kernels, inner * columns, 2);
            before = numbers(kernels, rows * columns, 3);
            bias = numbers(kernels, columns, 4);
        }

        void checkAllForms() {
            for (Start start : Start.values()) {
                double[] want = chains(start);
                checkSums(want, start);
                for (boolean leftTransposed : new boolean[] {false, true}) {
                    Left a = left(leftTransposed);
                    for (boolean rightTransposed : new boolean[] {false, true}) {
                        Right b = right(rightTransposed);
                        assertThat(run(start, (c, region, scratch) -> multiply(a, b, c, region, scratch)))
                                .as(
                                        "%d × %d × %d, transposed %s %s",
                                        rows, inner, columns, leftTransposed, rightTransposed)
                                .isEqualTo(want);
                        Panels panels = emptyPanels();
                        kernels.products().pack(b, panels, 0, 0);
                        assertThat(run(start, (c, region, scratch) -> multiply(a, panels, c, region, scratch)))
                                .as(
                                        "%d × %d × %d, transposed %s %s, packed",
                                        rows, inner, columns, leftTransposed, rightTransposed)
                                .isEqualTo(want);
                    }
                }
            }
        }

        /** The right operand in four parts. */
        void checkParts(int innerCut, int columnCut) {
            double[] want = chains(Start.BIAS);
            for (boolean transposed : new boolean[] {false, true}) {
                Right whole = right(transposed);
                Panels panels = emptyPanels();
                for (int[] k : new int[][] {{innerCut, inner}, {0, innerCut}}) {
                    for (int[] n : new int[][] {{columnCut, columns}, {0, columnCut}}) {
                        Span from = whole.span().plus(k[0] * whole.innerStep() + n[0] * whole.columnStep());
                        Right part = new Right(from, k[1] - k[0], n[1] - n[0], whole.innerStep(), whole.columnStep());
                        kernels.products().pack(part, panels, k[0], n[0]);
                    }
                }
                Left a = left(false);
                assertThat(run(Start.BIAS, (c, region, scratch) -> multiply(a, panels, c, region, scratch)))
                        .isEqualTo(want);
            }
        }

        private void multiply(Left a, Right b, Result c, Region region, Storage scratch) {
            kernels.products().multiply(a, b, c, region, scratch);
        }

        private void multiply(Left a, Panels b, Result c, Region region, Storage scratch) {
            kernels.products().multiply(a, b, c, region, scratch);
        }

        private Left left(boolean transposed) {
            Span span = span(kernels, transposed ? transpose(left, rows, inner) : left);
            return transposed ? new Left(span, 1, rows) : new Left(span, inner, 1);
        }

        private Right right(boolean transposed) {
            return transposed
                    ? Right.transposed(span(kernels, transpose(right, inner, columns)), inner, columns)
                    : Right.plain(span(kernels, right), inner, columns);
        }

        private Panels emptyPanels() {
            double[] arbitrary = new double[kernels.products().packedLength(inner, columns)];
            Arrays.fill(arbitrary, Double.NaN);
            return kernels.products().panels(span(kernels, arbitrary), inner, columns);
        }

        private interface Part {
            void compute(Result c, Region region, Storage scratch);
        }

        /** C from a computation of four regions; sees that nothing else is written. */
        private double[] run(Start start, Part part) {
            int rowStep = columns + APART;
            double[] initial = new double[rows * rowStep];
            Arrays.fill(initial, UNTOUCHED);
            for (int i = 0; i < rows * columns; i++) {
                initial[i / columns * rowStep + i % columns] = before[i];
            }
            Span c = span(kernels, initial);
            Result result =
                    switch (start) {
                        case ZERO -> Result.of(c, rowStep);
                        case RESULT -> Result.added(c, rowStep);
                        case BIAS -> Result.biased(c, rowStep, span(kernels, bias));
                    };
            Storage scratch =
                    Storage.allocate(kernels.precision(), kernels.products().scratchLength());
            scratch.fill(0, scratch.length(), Double.NaN);
            int row = rows * 2 / 3;
            int width = kernels.products().width();
            int column = Math.min(columns, (columns / 2 + width - 1) / width * width);
            part.compute(result, new Region(0, row, 0, column), scratch);
            part.compute(result, new Region(row, rows, 0, column), scratch);
            part.compute(result, new Region(0, row, column, columns), scratch);
            part.compute(result, new Region(row, rows, column, columns), scratch);
            double[] after = c.storage().toDoubles(c.at(), rows * rowStep);
            double[] computed = new double[rows * columns];
            for (int i = 0; i < after.length; i++) {
                if (i % rowStep < columns) {
                    computed[i / rowStep * columns + i % rowStep] = after[i];
                } else {
                    assertThat(after[i]).isEqualTo(UNTOUCHED);
                }
            }
            return computed;
        }

        private double start(Start start, int row, int column) {
            return switch (start) {
                case ZERO -> 0;
                case RESULT -> before[row * columns + column];
                case BIAS -> bias[column];
            };
        }

        private double[] chains(Start start) {
            double[] chains = new double[rows * columns];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    double sum = start(start, row, column);
                    for (int k = 0; k < inner; k++) {
                        sum = link(left[row * inner + k], right[k * columns + column], sum);
                    }
                    chains[row * columns + column] = sum;
                }
            }
            return chains;
        }

        private double link(double a, double b, double c) {
            return kernels.precision() == Precision.FLOAT32 ? Fma.of((float) a, (float) b, (float) c) : a * b + c;
        }

        /** The chains against sums in double precision; an error grows with the length of the sum at most. */
        private void checkSums(double[] chains, Start start) {
            double worst = 0;
            double unit = kernels.precision() == Precision.FLOAT32 ? 0x1p-24 : 0x1p-53;
            for (int i = 0; i < chains.length; i++) {
                double sum = start(start, i / columns, i % columns);
                double size = Math.abs(sum);
                for (int k = 0; k < inner; k++) {
                    double term = left[i / columns * inner + k] * right[k * columns + i % columns];
                    sum += term;
                    size += Math.abs(term);
                }
                worst = Math.max(worst, Math.abs(chains[i] - sum) / Math.max(unit * size, Double.MIN_NORMAL));
            }
            assertThat(worst).isLessThanOrEqualTo(2.0 * (inner + 1));
        }
    }

    private static double[] transpose(double[] matrix, int rows, int columns) {
        double[] transposed = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            transposed[i % columns * rows + i / columns] = matrix[i];
        }
        return transposed;
    }

    private static Span span(Kernels kernels, double[] values) {
        Storage storage = Storage.allocate(kernels.precision(), AHEAD + values.length);
        for (int i = 0; i < values.length; i++) {
            storage.set(AHEAD + i, values[i]);
        }
        return new Span(storage, AHEAD);
    }

    /** Random numbers, rounded to the precision. */
    private static double[] numbers(Kernels kernels, int count, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return kernels.precision() == Precision.FLOAT32
                ? Arrays.stream(values).map(x -> (float) x).toArray()
                : values;
    }
}
