package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/** Cells to test with, each with another kind of state. */
final class Cells {
    private Cells() {}

    /** Normal numbers with a standard deviation of 0.4. */
    static Initializer normal() {
        return (shape, draw) -> {
            double[] values = new double[Math.toIntExact(shape.elements())];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.4 * draw.random().normal(draw.key(), i);
            }
            return values;
        };
    }

    /** W x + V h + b. */
    record Sum(Parameter input, Parameter recurrent, Parameter bias) {
        static Sum of(ParameterStore store, String path, int inputs, int hidden) {
            return new Sum(
                    store.create(path + ".U", Shape.of(hidden, inputs), normal()),
                    store.create(path + ".W", Shape.of(hidden, hidden), normal()),
                    store.create(path + ".b", Shape.of(hidden), normal()));
        }

        Tensor of(Tensor x, Tensor h) {
            return x.linear(input, bias).plus(h.linear(recurrent));
        }
    }

    /** h′ = tanh(U x + W h + b). */
    static final class Plain implements Cell<Plain.PlainState> {
        record PlainState(Tensor h) implements CellState {}

        private final Sum sum;
        private final int hidden;

        Plain(ParameterStore store, int inputs, int hidden) {
            this.sum = Sum.of(store, "plain", inputs, hidden);
            this.hidden = hidden;
        }

        @Override
        public PlainState initialState(int batch, Pass pass) {
            return new PlainState(pass.zeros(Shape.of(batch, hidden)));
        }

        @Override
        public PlainState step(Tensor x, PlainState previous) {
            return new PlainState(sum.of(x, previous.h).tanh());
        }

        @Override
        public Tensor output(PlainState state) {
            return state.h;
        }
    }

    /** Long short-term memory with layer norm on its output. */
    static final class NormalisedLstm implements Cell<NormalisedLstm.LstmState> {
        record LstmState(Tensor h, Tensor c) implements CellState {}

        private final Sum input;
        private final Sum forget;
        private final Sum content;
        private final Sum show;
        private final Parameter gain;
        private final Parameter bias;
        private final int hidden;

        NormalisedLstm(ParameterStore store, int inputs, int hidden) {
            this.input = Sum.of(store, "input", inputs, hidden);
            this.forget = Sum.of(store, "forget", inputs, hidden);
            this.content = Sum.of(store, "content", inputs, hidden);
            this.show = Sum.of(store, "show", inputs, hidden);
            this.gain = store.create("gain", Shape.of(hidden), normal());
            this.bias = store.create("bias", Shape.of(hidden), normal());
            this.hidden = hidden;
        }

        @Override
        public LstmState initialState(int batch, Pass pass) {
            Tensor zeros = pass.zeros(Shape.of(batch, hidden));
            return new LstmState(zeros, zeros);
        }

        @Override
        public LstmState step(Tensor x, LstmState previous) {
            Tensor i = input.of(x, previous.h).sigmoid();
            Tensor f = forget.of(x, previous.h).sigmoid();
            Tensor g = content.of(x, previous.h).tanh();
            Tensor o = show.of(x, previous.h).sigmoid();
            Tensor c = f.times(previous.c).plus(i.times(g));
            return new LstmState(o.times(c.tanh()).layerNorm(gain, bias, 1e-5), c);
        }

        @Override
        public Tensor output(LstmState state) {
            return state.h.times(2);
        }
    }

    /**
     * Additive attention over a memory that the state carries unchanged, over what it has seen itself, and with noise: a random half of
     * the units keeps its old value; what it would have said goes back in.
     */
    static final class Attentive implements Cell<Attentive.AttentiveState> {
        record AttentiveState(Tensor h, Tensor memory, Tensor mask, Tensor seen, Noise noise) implements CellState {}

        private final Sum sum;
        private final Parameter query;
        private final Parameter score;
        private final Parameter table;
        private final int hidden;
        private final int steps;

        Attentive(ParameterStore store, int inputs, int hidden, int steps) {
            this.sum = Sum.of(store, "sum", inputs + 2 * hidden, hidden);
            this.query = store.create("query", Shape.of(hidden, hidden), normal());
            this.score = store.create("score", Shape.of(1, hidden), normal());
            this.table = store.create("table", Shape.of(hidden, hidden), normal());
            this.hidden = hidden;
            this.steps = steps;
        }

        @Override
        public AttentiveState initialState(int batch, Pass pass) {
            Tensor memory = Samples.normal(pass, 5, batch, steps, hidden);
            double[] mask = new double[batch * steps];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = i % steps <= i / steps ? 1 : 0;
            }
            return new AttentiveState(
                    pass.zeros(Shape.of(batch, hidden)),
                    memory,
                    pass.tensor(Shape.of(batch, steps), mask),
                    pass.zeros(Shape.of(batch, 1, hidden)),
                    pass.noise("attentive", batch));
        }

        @Override
        public AttentiveState step(Tensor x, AttentiveState previous) {
            Tensor asked = previous.h.linear(query).unsqueeze(1);
            Tensor scores = previous.memory.plus(asked).tanh().linear(score).squeeze(-1);
            Tensor context = scores.maskedSoftmax(previous.mask)
                    .unsqueeze(1)
                    .matmul(previous.memory)
                    .squeeze(1);
            Tensor own = table.rows(previous.h.argmax(-1));
            Tensor past = previous.seen.sum(1).tanh();
            Tensor h = sum.of(Tensor.stack(1, context, past).flatten(1, 2).concat(-1, x), previous.h)
                    .tanh();
            Tensor kept = previous.noise.bernoulli(0.5, hidden);
            Tensor mixed = kept.times(previous.h).plus(kept.oneMinus().times(h.plus(own)));
            return new AttentiveState(
                    mixed, previous.memory, previous.mask, previous.seen.append(mixed), previous.noise.next());
        }

        @Override
        public Tensor output(AttentiveState state) {
            return state.h;
        }
    }
}
