package dev.tendril.tensor.kernel;

import dev.tendril.tensor.kernel.Products.Right;
import java.util.Arrays;

/** Copies of right operands, as tiles read them: the columns of a panel for one k lie together. */
final class VectorPacking {
    private VectorPacking() {}

    /**
     * Copies rows of a panel, a row for each k.
     *
     * @param at where the first row goes
     * @param step from row to row
     */
    static void copy(Right b, int innerFrom, int inner, int columnFrom, int columns, float[] target, int at, int step) {
        float[] from = b.span().floats();
        int first = b.span().at() + innerFrom * b.innerStep() + columnFrom * b.columnStep();
        if (b.columnStep() == 1) {
            for (int k = 0; k < inner; k++) {
                System.arraycopy(from, first + k * b.innerStep(), target, at + k * step, columns);
            }
        } else {
            transpose(from, first, b.columnStep(), inner, columns, target, at, step);
        }
    }

    /** Zeros the columns behind the last one of a panel. */
    static void pad(float[] panel, int at, int inner, int columns, int width) {
        for (int k = 0; k < inner && columns < width; k++) {
            Arrays.fill(panel, at + k * width + columns, at + (k + 1) * width, 0f);
        }
    }

    private static void transpose(
            float[] from, int first, int columnStep, int inner, int columns, float[] target, int at, int step) {
        for (int block = 0; block < columns; block += Blocks.TRANSPOSE) { // a few columns at a time share cache lines
            int end = Math.min(columns, block + Blocks.TRANSPOSE);
            for (int column = block; column < end; column++) {
                copyColumn(from, first + column * columnStep, inner, target, at + column, step);
            }
        }
    }

    private static void copyColumn(float[] from, int at, int inner, float[] to, int out, int step) {
        for (int k = 0; k < inner; k++) {
            to[out + k * step] = from[at + k];
        }
    }
}
