package dev.tendril.tensor.kernel;

import java.util.Random;

/** A matrix of test numbers that starts in the middle of its array; what is not its own is NaN. */
final class Sheet {
    private static final int AHEAD = 5;
    private static final int GAP = 3; // between the rows of an apart sheet

    /** How rows and columns lie in the array. */
    enum Layout {
        /** Rows follow one another. */
        DENSE,
        /** Rows have numbers of others between them. */
        APART,
        /** One row for all. */
        REPEATED_ROW,
        /** One number for each row. */
        REPEATED_COLUMN,
        /** One number for all. */
        REPEATED_NUMBER;

        int rowStep(int columns) {
            return switch (this) {
                case DENSE -> columns;
                case APART -> columns + GAP;
                case REPEATED_COLUMN -> 1;
                case REPEATED_ROW, REPEATED_NUMBER -> 0;
            };
        }

        int columnStep() {
            return this == REPEATED_COLUMN || this == REPEATED_NUMBER ? 0 : 1;
        }
    }

    private final Storage storage;
    private final Strided operand;
    private final int rows;
    private final int columns;

    private Sheet(Kernels kernels, Layout layout, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        storage = Storage.allocate(kernels.precision(), AHEAD + rows * (columns + GAP));
        storage.fill(0, storage.length(), Double.NaN);
        operand = new Strided(storage, AHEAD, layout.rowStep(columns), layout.columnStep());
    }

    /** A sheet of NaN. */
    static Sheet empty(Kernels kernels, Layout layout, int rows, int columns) {
        return new Sheet(kernels, layout, rows, columns);
    }

    /** A sheet of standard normal numbers. */
    static Sheet normal(Kernels kernels, Layout layout, int rows, int columns, long seed) {
        Sheet sheet = empty(kernels, layout, rows, columns);
        Random random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sheet.set(row, column, random.nextGaussian());
            }
        }
        return sheet;
    }

    Strided operand() {
        return operand;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    double get(int row, int column) {
        return storage.get(position(row, column));
    }

    void set(int row, int column, double value) {
        storage.set(position(row, column), value);
    }

    /** All numbers, row by row. */
    double[] numbers() {
        double[] numbers = new double[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = get(i / columns, i % columns);
        }
        return numbers;
    }

    /** Whether the numbers around the sheet are untouched. */
    boolean nothingElseWritten() {
        boolean[] own = new boolean[storage.length()];
        for (int i = 0; i < rows * columns; i++) {
            own[position(i / columns, i % columns)] = true;
        }
        for (int i = 0; i < own.length; i++) {
            if (!own[i] && !Double.isNaN(storage.get(i))) {
                return false;
            }
        }
        return true;
    }

    private int position(int row, int column) {
        return operand.at() + row * operand.rowStep() + column * operand.columnStep();
    }
}
