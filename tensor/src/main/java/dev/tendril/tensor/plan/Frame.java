package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import org.jspecify.annotations.Nullable;

/** The buffers of one run of a plan, and where in them the rows of every step are. */
final class Frame {
    private final Kernels kernels;
    private final StepRows rows;
    private final @Nullable Storage[] buffers; // by number
    private final int[] bases; // where each starts in its storage
    private final @Nullable Frame forwards;

    /**
     * Buffers yet to be filled.
     *
     * @param forwards the frame of the recurrence that this one is the gradient of
     */
    Frame(Kernels kernels, StepRows rows, int buffers, @Nullable Frame forwards) {
        this.kernels = kernels;
        this.rows = rows;
        this.buffers = new Storage[buffers];
        this.bases = new int[buffers];
        this.forwards = forwards;
    }

    Kernels kernels() {
        return kernels;
    }

    StepRows rows() {
        return rows;
    }

    void put(Buffer buffer, Storage storage, int base) {
        buffers[buffer.number()] = storage;
        bases[buffer.number()] = base;
    }

    Storage storage(Access access) {
        return storage(access.buffer(), access.kept());
    }

    /** A buffer of this frame. */
    Storage storage(Buffer buffer) {
        return storage(buffer, false);
    }

    private Storage storage(Buffer buffer, boolean kept) {
        Frame frame = kept ? forwards : this;
        Storage storage = frame == null ? null : frame.buffers[buffer.number()];
        if (storage == null) {
            throw new IllegalStateException("buffer " + buffer.number() + " is not there");
        }
        return storage;
    }

    Span span(Access access, int step, int row) {
        return new Span(storage(access), at(access, step, row));
    }

    /** Whether rows of different steps follow one another where they are read: what is carried, if all rows have as many steps. */
    boolean isFlat(Access access) {
        return access.isFlat() || (access.buffer().memory() == Memory.CARRIED && rows.allEqual());
    }

    /** Position of the first element of a row at a step, in memory other than a block's. */
    int at(Access access, int step, int row) {
        int width = access.buffer().width();
        int base = access.kept() && forwards != null
                ? forwards.bases[access.buffer().number()]
                : bases[access.buffer().number()];
        return base
                + access.offset()
                + switch (access.buffer().memory()) {
                    case STEPS -> (rows.start(step) + row) * width;
                    case CARRIED -> carried(access.moment(), step, row) * width;
                    case TURNS -> turn(access.moment(), step, row) * width;
                    case ROWS -> row * width;
                    case SHARED -> 0;
                    case BLOCK -> throw new IllegalStateException("a block belongs to a thread");
                };
    }

    private int carried(Place.Moment moment, int step, int row) {
        if (moment == Place.Moment.NOW) {
            return rows.rows() + rows.start(step) + row;
        }
        return step == 0 ? row : rows.rows() + rows.start(step - 1) + row;
    }

    /** What is carried backwards lies in two halves; a step reads one and writes the other. */
    private int turn(Place.Moment moment, int step, int row) {
        int written = step & 1;
        int half = moment == Place.Moment.NOW ? written : 1 - written;
        return half * rows.rows() + row;
    }
}
