package dev.tendril.tensor.update;

import dev.tendril.tensor.kernel.Elementwise;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;
import java.util.List;

/**
 * Kernels in a row over arrays of one length, some of which they write. Runs block by block, so that what one kernel makes is still in
 * the nearest cache when the next one reads it; blocks do not depend on one another. Immutable.
 */
public final class ElementProgram {
    /** Elements of a block. */
    static final int BLOCK = 1024;

    private final List<Step> once; // kernels over numbers
    private final List<Step> each; // kernels over a block
    private final Registers registers;

    ElementProgram(List<Step> once, List<Step> each, Registers registers) {
        this.once = List.copyOf(once);
        this.each = List.copyOf(each);
        this.registers = registers;
    }

    /**
     * What becomes of a place.
     *
     * @param place that is written
     * @param value its new elements
     */
    public record Output(Value.Place place, Value value) {}

    /**
     * One call of a kernel.
     *
     * @param kernel that is called
     * @param operands registers it reads
     * @param result register it writes
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose; never compared
    record Step(Kernel kernel, int[] operands, int result) {}

    /**
     * What the registers hold, in their order.
     *
     * @param places how many arrays are bound
     * @param given how many numbers are given to each run
     * @param literals numbers that never change
     * @param computed how many numbers follow from others
     * @param scratch how many blocks hold values in between
     */
    record Registers(int places, int given, List<Double> literals, int computed, int scratch) {
        int numbers() {
            return given + literals.size() + computed;
        }

        boolean isNumber(int register) {
            return register >= places && !isScratch(register);
        }

        boolean isScratch(int register) {
            return register >= places + numbers();
        }
    }

    /**
     * Makes a program.
     *
     * @param places the arrays it reads or writes, in the order in which they are bound
     * @param given the numbers of each run, in their order
     * @param outputs what is written, each place once; all values are computed from what the places hold before
     */
    public static ElementProgram of(List<Value.Place> places, List<Value.Given> given, List<Output> outputs) {
        return new Assembly(places, given).assemble(outputs);
    }

    /** Arrays that are bound. */
    int places() {
        return registers.places;
    }

    /** Kernels run on every block. */
    public int kernels() {
        return each.size();
    }

    /** Elements of memory that a thread needs while it runs. */
    public int scratch() {
        return registers.scratch * BLOCK;
    }

    /** Elements of memory for the numbers of a run. */
    public int numbers() {
        return registers.numbers();
    }

    /** Blocks of so many elements. */
    public static int blocks(int elements) {
        return (elements + BLOCK - 1) / BLOCK;
    }

    /**
     * Sets the numbers of a run.
     *
     * @param given their values, in order
     * @param numbers at least {@link #numbers} elements
     */
    public void prepare(Elementwise kernels, double[] given, Storage numbers) {
        for (int i = 0; i < registers.given; i++) {
            numbers.set(i, given[i]);
        }
        for (int i = 0; i < registers.literals.size(); i++) {
            numbers.set(registers.given + i, registers.literals.get(i));
        }
        Strided[] all = new Strided[registers.places + registers.numbers()];
        for (int i = 0; i < registers.numbers(); i++) {
            all[registers.places + i] = Strided.dense(numbers, i, 1);
        }
        for (Step step : once) {
            step.kernel.run(kernels, all, step.operands, all[step.result], 1);
        }
    }

    /**
     * Computes some of the blocks.
     *
     * @param places where the arrays start
     * @param elements of each array
     * @param numbers as {@link #prepare} set them
     * @param scratch at least {@link #scratch} elements that nobody else uses
     */
    public void run(
            Elementwise kernels, List<Span> places, int elements, Storage numbers, Storage scratch, int from, int to) {
        Strided[] all = bound(places, numbers, scratch);
        for (int block = from; block < to; block++) {
            int at = block * BLOCK;
            int count = Math.min(BLOCK, elements - at);
            for (int i = 0; i < registers.places; i++) {
                all[i].place(places.get(i).storage(), places.get(i).at() + at);
            }
            for (Step step : each) {
                step.kernel.run(kernels, all, step.operands, all[step.result], count);
            }
        }
    }

    private Strided[] bound(List<Span> places, Storage numbers, Storage scratch) {
        Strided[] all = new Strided[registers.places + registers.numbers() + registers.scratch];
        int next = 0;
        for (Span place : places) {
            all[next++] = Strided.dense(place.storage(), place.at(), BLOCK);
        }
        for (int i = 0; i < registers.numbers(); i++) {
            all[next++] = new Strided(numbers, i, 0, 0);
        }
        for (int i = 0; i < registers.scratch; i++) {
            all[next++] = Strided.dense(scratch, i * BLOCK, BLOCK);
        }
        return all;
    }
}
