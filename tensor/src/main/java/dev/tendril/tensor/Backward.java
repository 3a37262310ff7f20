package dev.tendril.tensor;

import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Backstep;
import dev.tendril.tensor.operation.Custom;
import dev.tendril.tensor.operation.GradientRules;
import dev.tendril.tensor.operation.Operand;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.SumTo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tape backwards. Only operations between the tensors asked for and the loss are visited; the gradient with respect to an
 * intermediate result is let go as soon as it has been passed on, unless it was asked for.
 */
final class Backward {
    private final EagerPass pass;
    private final List<TapeEntry> tape;
    private final boolean[] needed; // by place on the tape
    private final @Nullable Accumulator[] made; // by place on the tape
    private final Map<EngineTensor, Accumulator> asked = new HashMap<>();

    Backward(EagerPass pass, Collection<? extends Tensor> tensors) {
        this.pass = pass;
        this.tape = pass.tape();
        this.needed = new boolean[tape.size()];
        this.made = new Accumulator[tape.size()];
        for (Tensor tensor : tensors) {
            EngineTensor ours = EngineTensor.of(tensor);
            if (ours.scope() != null && ours.scope() != pass) {
                throw new IllegalStateException(
                        "gradient with respect to a tensor of " + ours.scope() + ", but the loss is of " + pass);
            }
            asked.computeIfAbsent(ours, key -> new Accumulator(pass, key.shape()));
        }
        markNeeded();
    }

    /** The gradients of a loss with respect to the tensors asked for. */
    EngineGradients run(PassTensor loss) {
        Array one = pass.allocate(Shape.scalar());
        one.storage().set(one.at(), 1);
        Accumulator start = accumulator(loss);
        if (start != null) {
            start.take(one.as(loss.shape()));
        }
        for (int place = loss.slot(); place >= 0; place--) {
            pass.cancellation().throwIfCancelled();
            passOn(place);
        }
        return finished();
    }

    private void markNeeded() {
        for (int place = 0; place < tape.size(); place++) {
            TapeEntry entry = tape.get(place);
            boolean reached = asked.containsKey(entry.output());
            if (!reached && entry.differentiable()) {
                for (EngineTensor operand : entry.tensors()) {
                    reached |= needs(operand);
                }
            }
            needed[place] = reached;
        }
    }

    /** Whether the gradient with respect to a tensor is needed. */
    boolean needs(EngineTensor tensor) {
        return (tensor instanceof PassTensor own && own.slot() >= 0) ? needed[own.slot()] : asked.containsKey(tensor);
    }

    private void passOn(int place) {
        TapeEntry entry = tape.get(place);
        if (entry instanceof UnrollTape.Output output) {
            if (output.isFirst()) { // its others come later on the tape: all gradients are there
                output.tape().passOn(this);
            }
            return;
        }
        Accumulator gradient = made[place];
        if (gradient != null && !gradient.empty()) {
            TapeStep step = (TapeStep) entry;
            if (step.differentiable()) {
                GradientRules.apply(step.operation(), new Step(step, gradient));
            }
            release(step.output());
        }
        made[place] = null;
    }

    /** The gradient with respect to a tensor of the tape, as far as it has come together; null if nothing reached it. */
    @Nullable
    Array gradient(PassTensor tensor) {
        Accumulator gradient = made[tensor.slot()];
        return gradient == null ? null : gradient.sum();
    }

    /** Lets the gradient with respect to a tensor go, unless it was asked for. */
    void release(PassTensor tensor) {
        Accumulator gradient = made[tensor.slot()];
        if (gradient != null && !asked.containsKey(tensor)) {
            gradient.release();
        }
    }

    /** Adds an array that nobody else uses to the gradient with respect to a tensor. */
    void give(EngineTensor tensor, Array gradient) {
        Accumulator into = accumulator(tensor);
        if (into == null) {
            pass.letGo(gradient.storage());
        } else {
            into.take(gradient);
        }
    }

    /** Adds an array that others use too, and that lives until the pass closes, to the gradient with respect to a tensor. */
    void share(EngineTensor tensor, Array gradient) {
        Accumulator into = accumulator(tensor);
        if (into != null) {
            into.share(gradient, null);
        }
    }

    /** Where the gradient with respect to a tensor is gathered; none if nobody needs it. */
    private @Nullable Accumulator accumulator(EngineTensor tensor) {
        if (!needs(tensor)) {
            return null;
        }
        Accumulator wanted = asked.get(tensor);
        if (!(tensor instanceof PassTensor own) || own.slot() < 0) {
            return wanted;
        }
        Accumulator current = made[own.slot()];
        if (current == null) {
            current = wanted != null ? wanted : new Accumulator(pass, tensor.shape());
            made[own.slot()] = current;
        }
        return current;
    }

    private EngineGradients finished() {
        Map<EngineTensor, PassTensor> gradients = new HashMap<>();
        asked.forEach((tensor, accumulator) -> {
            Array sum = accumulator.sum();
            if (sum != null) {
                gradients.put(tensor, pass.leaf(sum));
            }
        });
        return new EngineGradients(pass, asked.keySet(), gradients);
    }

    /** One step of the tape, seen by its rule. */
    private final class Step implements Backstep {
        private final TapeStep step;
        private final Accumulator gradient;
        private final Array g;

        Step(TapeStep step, Accumulator gradient) {
            this.step = step;
            this.gradient = gradient;
            Array sum = gradient.sum();
            if (sum == null) {
                throw new IllegalStateException("no gradient has reached " + step.operation());
            }
            this.g = sum;
        }

        @Override
        public Array g() {
            return g;
        }

        @Override
        public Array y() {
            return unchanged(step.output().array());
        }

        @Override
        public Operand operand(int index) {
            Operand operand = step.operands()[index];
            return operand instanceof Array array ? unchanged(array) : operand;
        }

        private Array unchanged(Array array) {
            pass.requireUnchanged(array);
            return array;
        }

        @Override
        public Shape shape(int index) {
            return step.operands()[index].shape();
        }

        @Override
        public int operands() {
            return step.operands().length;
        }

        @Override
        public boolean needs(int index) {
            return index < step.tensors().length && Backward.this.needs(step.tensors()[index]);
        }

        @Override
        public Array zero() {
            return pass.zeroed(Shape.scalar());
        }

        @Override
        public Array reshaped(Operand value, Shape shape) {
            return ((Array) value).as(shape);
        }

        @Override
        public List<Array> gradients(Custom operation) {
            return operation.gradients(pass, g, y(), step.operands());
        }

        @Override
        public Array run(Operation operation, Operand... operands) {
            return (Array) operation.run(pass, operation.infer(shapes(operands)), operands);
        }

        @Override
        public void give(int index, Operation operation, Operand... operands) {
            Accumulator into = accumulator(step.tensors()[index]);
            if (into == null) {
                return;
            }
            Shape shape = operation.infer(shapes(operands));
            boolean fits = shape.equals(shape(index));
            if (fits && !into.empty() && operation instanceof Operation.Adding adding) {
                into.add(adding, operands);
                return;
            }
            Array made = (Array) operation.run(pass, shape, operands);
            if (!fits) {
                into.add(new SumTo(shape(index)), made);
                if (!shared(made, operands)) {
                    pass.letGo(made.storage());
                }
            } else if (made.storage() == g.storage()) {
                into.share(made, gradient.owners());
            } else if (shared(made, operands)) {
                into.share(made, null);
            } else {
                into.take(made);
            }
        }

        @Override
        public <O extends Operation & Operation.Overwriting> void giveOver(
                int index, O operation, Operand... operands) {
            Array over = (Array) step.operands()[index];
            Accumulator into = accumulator(step.tensors()[index]);
            if (into != null
                    && into.empty()
                    && pass.training()
                    && Readers.only(step.output().slot(), over, tape, asked.keySet())) {
                operation.runOver(pass, operands);
                pass.overwritten(over);
                into.share(over, null); // memory of the pass, given back when it closes
            } else {
                give(index, operation, operands);
            }
        }

        @Override
        public void pass(int index, Operand value) {
            Array array = (Array) value;
            Accumulator into = accumulator(step.tensors()[index]);
            if (into == null) {
                return;
            }
            if (array.shape().equals(shape(index))) {
                into.share(array, gradient.owners());
            } else {
                into.add(new SumTo(shape(index)), array);
            }
        }

        @Override
        public void put(int index, Operand value) {
            Array array = (Array) value;
            Accumulator into = accumulator(step.tensors()[index]);
            if (into != null) { // a view of g, or memory of the pass, given back when it closes
                into.share(array, array.storage() == g.storage() ? gradient.owners() : null);
            }
        }

        /** Whether an output is a view of one of the operands. */
        private static boolean shared(Array made, Operand... operands) {
            for (Operand operand : operands) {
                if (operand instanceof Array array && array.storage() == made.storage()) {
                    return true;
                }
            }
            return false;
        }

        private static Shape[] shapes(Operand... operands) {
            Shape[] shapes = new Shape[operands.length];
            for (int i = 0; i < operands.length; i++) {
                shapes[i] = operands[i].shape();
            }
            return shapes;
        }
    }
}
