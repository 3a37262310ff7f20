package dev.tendril.tensor.plan;

import org.jspecify.annotations.Nullable;

/** Memory of one kind whose rows have one width. */
final class Buffer {
    private final int number;
    private final Memory memory;
    private final int width;
    private final @Nullable Value given;

    /**
     * Memory.
     *
     * @param given the value that the caller fills it with; none if the plan itself writes it
     */
    Buffer(int number, Memory memory, int width, @Nullable Value given) {
        this.number = number;
        this.memory = memory;
        this.width = width;
        this.given = given;
    }

    int number() {
        return number;
    }

    Memory memory() {
        return memory;
    }

    /** Elements of a row. */
    int width() {
        return width;
    }

    @Nullable
    Value given() {
        return given;
    }
}
