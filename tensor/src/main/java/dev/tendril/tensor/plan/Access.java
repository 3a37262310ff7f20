package dev.tendril.tensor.plan;

/**
 * How a program reaches a value: where the elements of one row are, and how far it is from row to row.
 *
 * @param buffer holds it
 * @param kept whether the buffer is one of the recurrence forwards
 * @param moment which row of what is carried
 * @param offset place of the first element in a row of the buffer; in a block, place of the value's block in units of rows
 * @param rowStep elements from row to row; 0 if all rows share them
 * @param sizes of the axes of a row
 * @param strides elements from one index of an axis to the next
 */
record Access(Buffer buffer, boolean kept, Place.Moment moment, int offset, int rowStep, int[] sizes, int[] strides) {

    /** Elements of a row. */
    int width() {
        int width = 1;
        for (int size : sizes) {
            width *= size;
        }
        return width;
    }

    /** The same elements seen through other axes. */
    Access through(int[] otherSizes, int[] otherStrides) {
        return new Access(buffer, kept, moment, offset, rowStep, otherSizes, otherStrides);
    }

    /** The same elements repeated along axes. */
    Access expanded(int[] to) {
        int[] wider = new int[to.length];
        for (int back = 1; back <= Math.min(to.length, sizes.length); back++) {
            boolean repeated = sizes[sizes.length - back] == 1;
            wider[to.length - back] = repeated ? 0 : strides[sizes.length - back];
        }
        return through(to, wider);
    }

    /** A part of an axis. */
    Access part(int axis, int from, int size) {
        int[] narrower = sizes.clone();
        narrower[axis] = size;
        return new Access(buffer, kept, moment, offset + from * strides[axis], rowStep, narrower, strides);
    }

    /** Whether elements follow one another along an axis, counted from the end: 1 is the last. */
    boolean follows(int back) {
        int axis = sizes.length - back;
        return sizes[axis] == 1 || strides[axis] == 1;
    }

    /** Whether a row's elements follow one another. */
    boolean isDense() {
        int step = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            if (sizes[axis] != 1 && strides[axis] != step) {
                return false;
            }
            step *= sizes[axis];
        }
        return true;
    }

    /** Whether rows of different steps follow one another, so that all steps may be taken as one. */
    boolean isFlat() {
        return switch (buffer.memory()) {
            case STEPS, SHARED, BLOCK -> true;
            case CARRIED -> moment == Place.Moment.NOW;
            case TURNS, ROWS -> false;
        };
    }
}
