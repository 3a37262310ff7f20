package dev.tendril.tensor.kernel;

/**
 * An operand over rows and columns: element (r, c) is at {@code at + r · rowStep + c · columnStep}. Where it starts may change, so
 * that one object serves block after block; its steps never do. Belongs to one thread.
 */
public final class Strided {
    private static final float[] NONE = {};

    private Storage storage;
    private int at;
    private final int rowStep;
    private final int columnStep;
    private float[] room = NONE;

    /**
     * An operand.
     *
     * @param storage holds it
     * @param at position of its first element
     * @param rowStep elements from one row to the next; 0 repeats one row
     * @param columnStep 1, or 0 to repeat one element along the row; results have 1
     */
    public Strided(Storage storage, int at, int rowStep, int columnStep) {
        this.storage = storage;
        this.at = at;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
    }

    /** An operand whose elements follow one another. */
    public static Strided dense(Storage storage, int at, int columns) {
        return new Strided(storage, at, columns, 1);
    }

    /** Moves the first element. */
    public void place(Storage to, int position) {
        storage = to;
        at = position;
    }

    /** Holds the operand. */
    public Storage storage() {
        return storage;
    }

    /** Position of the first element. */
    public int at() {
        return at;
    }

    /** Elements from one row to the next. */
    public int rowStep() {
        return rowStep;
    }

    /** 1, or 0 if one element is repeated along the row. */
    public int columnStep() {
        return columnStep;
    }

    /** Where a row starts. */
    int row(int row) {
        return at + row * rowStep;
    }

    /** Whether rows of so many columns are one run: the next row starts where this one ends, or all are one element. */
    boolean joins(int columns) {
        return rowStep == columns * columnStep;
    }

    /** From where vector kernels load: the storage, or room for the element that is repeated. */
    float[] lanes() {
        return columnStep == 0 ? room() : floats();
    }

    /** Room for the numbers of one vector; the same at every call. */
    float[] room() {
        if (room.length == 0) {
            room = new float[Blocks.LANES];
        }
        return room;
    }

    float[] floats() {
        return ((Floats) storage).array();
    }

    double[] doubles() {
        return ((Doubles) storage).array();
    }

    float getFloat(int row, int column) {
        return floats()[position(row, column)];
    }

    double getDouble(int row, int column) {
        return doubles()[position(row, column)];
    }

    void putFloat(int row, int column, float value) {
        floats()[position(row, column)] = value;
    }

    void putDouble(int row, int column, double value) {
        doubles()[position(row, column)] = value;
    }

    private int position(int row, int column) {
        return row(row) + (columnStep == 0 ? 0 : column); // a choice, not a product: the compiler takes it out of loops
    }
}
