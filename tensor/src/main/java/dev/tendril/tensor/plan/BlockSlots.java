package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.List;

/** Places in a block, given out again after their last use. */
final class BlockSlots {
    private final List<Slot> slots = new ArrayList<>();
    private int length;

    private static final class Slot {
        private final int at;
        private final int width;
        private int until;

        Slot(int at, int width, int until) {
            this.at = at;
            this.width = width;
            this.until = until;
        }
    }

    /**
     * A place of some width.
     *
     * @param until number of the operation that uses it last
     */
    int take(int width, int until) {
        for (Slot slot : slots) {
            if (slot.until < 0 && slot.width == width) {
                slot.until = until;
                return slot.at;
            }
        }
        slots.add(new Slot(length, width, until));
        length += width;
        return length - width;
    }

    /** Lets the places go whose last use is operation {@code done} or one before. */
    void freeUpTo(int done) {
        for (Slot slot : slots) {
            if (slot.until <= done) {
                slot.until = -1;
            }
        }
    }

    /** Elements that all places together take, for one row. */
    int length() {
        return length;
    }
}
