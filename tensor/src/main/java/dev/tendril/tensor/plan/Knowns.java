package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import java.util.List;
import java.util.function.Function;

/** The numbers behind {@link Origin.Known} while a plan runs. */
public interface Knowns {

    /** Numbers. */
    Array numbers(int index);

    /**
     * Parts of known matrices as one packed right operand, perhaps packed before.
     *
     * @param parts in order
     * @param beside whether they stand beside one another, else one behind the other along the sums
     * @param length elements the packed form takes
     * @param maker packs them into memory
     */
    Panels packed(List<Part> parts, boolean beside, int length, Function<Storage, Panels> maker);

    /**
     * A part of a known matrix.
     *
     * @param index of the matrix
     * @param rowFrom first row
     * @param rowTo row after the last
     * @param columnFrom first column
     * @param columnTo column after the last
     * @param transposed whether sums run along its rows
     */
    record Part(int index, int rowFrom, int rowTo, int columnFrom, int columnTo, boolean transposed) {}
}
