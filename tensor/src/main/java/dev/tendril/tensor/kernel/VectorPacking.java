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
            float[] from, int at, int columnStep, int inner, int columns, float[] to, int out, int step) {
        int column = 0;
        for (; column + 8 <= columns; column += 8) {
            columns8(from, at + column * columnStep, columnStep, inner, to, out + column, step);
        }
        for (; column < columns; column++) {
            columns1(from, at + column * columnStep, inner, to, out + column, step);
        }
    }

    /** Eight columns at a time, so that what is written lies together. */
    private static void columns8(float[] from, int at, int columnStep, int inner, float[] to, int out, int step) {
        int at1 = at + columnStep;
        int at2 = at1 + columnStep;
        int at3 = at2 + columnStep;
        int at4 = at3 + columnStep;
        int at5 = at4 + columnStep;
        int at6 = at5 + columnStep;
        int at7 = at6 + columnStep;
        int row = out;
        for (int k = 0; k < inner; k++) {
            to[row] = from[at + k];
            to[row + 1] = from[at1 + k];
            to[row + 2] = from[at2 + k];
            to[row + 3] = from[at3 + k];
            to[row + 4] = from[at4 + k];
            to[row + 5] = from[at5 + k];
            to[row + 6] = from[at6 + k];
            to[row + 7] = from[at7 + k];
            row += step;
        }
    }

    private static void columns1(float[] from, int at, int inner, float[] to, int out, int step) {
        for (int k = 0; k < inner; k++) {
            to[out + k * step] = from[at + k];
        }
    }
}
