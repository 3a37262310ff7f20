package dev.tendril.tensor;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Reshape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pass that computes nothing and writes down what is asked of it. */
final class TracingPass implements Scope {
    private final TendrilEngine engine;
    private final boolean training;
    private final List<Instruction> instructions = new ArrayList<>();
    private int slots;
    private boolean closed;

    TracingPass(TendrilEngine engine, boolean training) {
        this.engine = engine;
        this.training = training;
    }

    @Override
    public TendrilEngine engine() {
        return engine;
    }

    @Override
    public boolean training() {
        return training;
    }

    @Override
    public boolean recording() {
        return false;
    }

    @Override
    public CancellationToken cancellation() {
        return new CancellationToken();
    }

    List<Instruction> instructions() {
        return List.copyOf(instructions);
    }

    /** Number of values, inputs included. */
    int slots() {
        return slots;
    }

    /** A value that is known only when the trace is replayed. */
    PassTensor input(Shape shape) {
        return PassTensor.traced(this, shape, slots++);
    }

    @Override
    public EngineTensor apply(Operation operation, @Nullable Ids ids, EngineTensor... operands) {
        requireOpen(operation);
        Shape[] shapes = new Shape[operands.length + (ids == null ? 0 : 1)];
        for (int i = 0; i < operands.length; i++) {
            shapes[i] = operands[i].shape();
        }
        if (ids != null) {
            shapes[operands.length] = ids.shape();
        }
        PassTensor result = input(operation.infer(shapes));
        instructions.add(new Instruction.Apply(operation, List.of(operands), ids, result));
        return result;
    }

    @Override
    public Ids applyIds(Operation operation, EngineTensor operand) {
        requireOpen(operation);
        EngineIds result = EngineIds.traced(this, operation.infer(operand.shape()), slots++);
        instructions.add(new Instruction.ApplyIds(operation, operand, result.slot()));
        return result;
    }

    /** Noise as an instruction. */
    Tensor draw(Instruction.Draw.Source source, Draw distribution, double parameter, int columns) {
        PassTensor result = input(Shape.of(source.rows(), columns));
        instructions.add(new Instruction.Draw(source, distribution, parameter, columns, result.slot()));
        return result;
    }

    @Override
    public Tensor tensor(Shape shape, double... values) {
        return literal(engine.constant(shape, values));
    }

    @Override
    public Tensor tensor(Shape shape, float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return tensor(shape, doubles);
    }

    @Override
    public Tensor full(Shape shape, double value) {
        return literal(engine.constant(Shape.scalar(), value)).expand(shape);
    }

    @Override
    public Tensor attach(Tensor tensor) {
        EngineTensor ours = EngineTensor.of(tensor);
        return ours.scope() == this ? ours : literal(ours);
    }

    /** Numbers known while tracing, as a value of the trace. */
    private Tensor literal(Tensor known) {
        return apply(new Reshape(known.shape()), null, EngineTensor.of(known));
    }

    @Override
    public Noise noise(String path, int rows) {
        throw new IllegalStateException("a step asked its pass for noise '" + path
                + "'; noise is part of the state: make it in initialState and take next() in the step");
    }

    @Override
    public void requireOpen(Object used) {
        if (closed) {
            throw new IllegalStateException(used + " cannot be used any more: the trace is finished");
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "a trace";
    }
}
