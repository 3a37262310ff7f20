package dev.tendril.tensor;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a cell as a program: instructions over numbered values. Slot 0 is the input, then come the tensors of the previous state
 * in their order, then what the instructions make.
 *
 * @param instructions in the order of the step
 * @param kinds what becomes of each tensor of the state
 * @param next the state after the step, of values of the trace
 * @param output what the cell shows of it
 * @param slots number of values
 */
record Trace<S extends CellState>(List<Instruction> instructions, List<Kind> kinds, S next, Tensor output, int slots) {

    /** What a step makes of a tensor of the state. */
    enum Kind {
        /** A new tensor each step. */
        CARRIED,
        /** The very tensor that the step was given. */
        CONSTANT,
        /** The tensor that the step was given, with one step appended. */
        GROWING
    }

    /** A step, replayed. */
    record Replayed<S extends CellState>(S next, Tensor output) {}

    /** Applies the instructions to numbers, in the pass of the input; recorded there if the pass records. */
    Replayed<S> replay(Tensor x, S previous) {
        Scope scope = (Scope) x.pass();
        Values values = new Values(scope, States.noises(previous));
        values.set(0, x);
        List<Tensor> tensors = States.tensors(previous);
        for (int i = 0; i < tensors.size(); i++) {
            values.set(i + 1, tensors.get(i));
        }
        for (Instruction instruction : instructions) {
            values.run(instruction);
        }
        S after = States.map(next, new States.Mapper() {
            @Override
            public Tensor tensor(Tensor traced) {
                return values.of(traced);
            }

            @Override
            public Noise noise(Noise traced) {
                return values.noise(((TracedNoise) traced).source());
            }
        });
        return new Replayed<>(after, values.of(output));
    }

    /** The values of one replay. */
    private final class Values {
        private final Scope scope;
        private final List<Noise> noises;
        private final @Nullable EngineTensor[] tensors = new EngineTensor[slots];
        private final @Nullable Ids[] ids = new Ids[slots];

        Values(Scope scope, List<Noise> noises) {
            this.scope = scope;
            this.noises = noises;
        }

        void set(int slot, Tensor tensor) {
            tensors[slot] = EngineTensor.of(tensor);
        }

        void run(Instruction instruction) {
            if (instruction instanceof Instruction.Apply apply) {
                EngineTensor[] operands =
                        apply.operands().stream().map(this::of).toArray(EngineTensor[]::new);
                set(apply.result(), scope.apply(apply.operation(), of(apply.ids()), operands));
            } else if (instruction instanceof Instruction.ApplyIds apply) {
                ids[apply.result()] = scope.applyIds(apply.operation(), of(apply.operand()));
            } else if (instruction instanceof Instruction.Draw draw) {
                EagerNoise noise = (EagerNoise) noise(draw.source());
                set(draw.result(), noise.draw(draw.distribution(), draw.parameter(), draw.columns()));
            }
        }

        /** The value behind a tensor of the trace; parameters and constants stand for themselves. */
        EngineTensor of(Tensor traced) {
            EngineTensor known = traced instanceof PassTensor own && own.scope() instanceof TracingPass
                    ? tensors[own.slot()]
                    : EngineTensor.of(traced);
            if (known == null) {
                throw new IllegalStateException("a value of the trace is read before it is made");
            }
            return known;
        }

        Noise noise(Instruction.Draw.Source source) {
            Noise noise = noises.get(source.index());
            for (int step = 0; step < source.steps(); step++) {
                noise = noise.next();
            }
            return noise;
        }

        private @Nullable Ids of(@Nullable Ids traced) {
            return traced instanceof EngineIds own && own.scope() instanceof TracingPass ? ids[own.slot()] : traced;
        }
    }
}
