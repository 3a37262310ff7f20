package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.State;
import dev.tendril.api.cell.Stepped;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.training.Optimizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Computes. Holds threads and memory pools, no model; thread-safe. The number of threads never changes a bit of any result.
 */
@HostImplemented
public interface Engine extends AutoCloseable {

    /** How numbers are stored. */
    Precision precision();

    /** In words: precision, vector or scalar kernels and why, threads. */
    String describe();

    /** Opens the scope of a computation. */
    Pass open(PassOptions options);

    /** A tensor that belongs to no pass and takes part in no gradient. */
    Tensor constant(Shape shape, double... values);

    /** A tensor that belongs to no pass and takes part in no gradient. */
    Tensor constant(Shape shape, float[] values);

    /** An empty store of parameters; their first values are drawn from streams named by the key and their paths. */
    ParameterStore parameters(RandomKey key);

    /** A store whose parameters have shapes and no values: building a model into it counts its parameters without memory. */
    ParameterStore dryParameters();

    /**
     * Gradients of a scalar with respect to any tensors: parameters, inputs or intermediate results of its pass. In training, logits
     * that only a cross-entropy reads may become their gradient; using them afterwards is an error that says so.
     *
     * @throws IllegalArgumentException if the loss is no scalar
     * @throws IllegalStateException if its pass does not record
     */
    Gradients gradients(Tensor loss, Collection<? extends Tensor> tensors);

    /** Applies a function that brings its own gradient. At least one input belongs to a pass. */
    Tensor apply(DifferentiableFunction function, Tensor... inputs);

    /**
     * Runs a cell over a sequence. Row b takes {@code lengths[b]} steps; a row of length 0 keeps its initial state. Outputs in the
     * padding are zeros, and padding is never read.
     *
     * @param input [B, T, I], one level
     * @param initial the state before the first step, of B rows
     */
    <S extends CellState> Unrolled<S> unroll(Cell<S> cell, Sequence input, S initial, UnrollOptions options);

    /**
     * Runs one step of a cell: what {@link #unroll} computes for sequences of one step, to the bit.
     *
     * @param x [B, I]
     * @param previous the state before the step, of B rows
     */
    <S extends CellState> Stepped<S> step(Cell<S> cell, Tensor x, S previous);

    /**
     * How the cells that have been run on this engine are run: one entry for each cell that still lives and each kind of pass and shape
     * of state it met, in the order of the cells' first use.
     */
    List<CellPlan> plans();

    /** What each thread has computed since the engine was made: callers first, then helpers. What runs meanwhile may be missing. */
    List<ThreadWork> work();

    /**
     * One step of an optimiser, all or nothing. A pass that has read the parameters before keeps seeing their old numbers until it
     * closes, except those that the gradients belong to: they cannot use parameters any more. Where nobody else reads, numbers are
     * written in place. A gradient that is not finite gives parameters that are not.
     *
     * @param states state by parameter; missing ones are started. Later updates write their tensors in place: copy what is to be kept
     * @param gradients by parameter; a parameter without one is left alone
     * @param learningRate of this step
     * @param step number of this update, from 1
     * @throws IllegalArgumentException if a gradient does not fit its parameter, or the learning rate is not finite; nothing has
     *     changed then
     */
    <S extends State> void update(
            Optimizer<S> optimizer,
            Map<Parameter, S> states,
            Map<Parameter, Tensor> gradients,
            double learningRate,
            long step);

    /** Decompositions. */
    LinearAlgebra linearAlgebra();

    /** Random numbers. */
    RandomSource random();

    /** Named tensors in files. */
    TensorStore tensorStore();

    /** Ends the engine's threads. Passes still open cannot compute afterwards. Closing twice changes nothing. */
    @Override
    void close();
}
