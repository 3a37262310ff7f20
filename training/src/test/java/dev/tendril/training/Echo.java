package dev.tendril.training;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Windowed.Window;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import dev.tendril.api.training.LossValue;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.training.loss.CrossEntropyParameters;
import dev.tendril.training.loss.CrossEntropyProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A small recurrent model and its task: say at each step which token stood at the step before. It draws noise, so that a run that
 * is resumed must find the same random numbers again.
 */
final class Echo implements TrainableModel {
    static final int TOKENS = 5;
    private static final int HIDDEN = 11;
    private static final double KEEP = 0.9;

    private final Engine engine;
    private final ParameterStore store;
    private final Loss loss = new CrossEntropyProvider().create(new CrossEntropyParameters(0.01));
    private final Parameter table;
    private final Parameter output;
    private final Recurrence recurrence;

    Echo(Engine engine, long seed) {
        this.engine = engine;
        this.store = engine.parameters(RandomKey.of(seed));
        Initializer small = (shape, draw) -> {
            double[] values = new double[(int) shape.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.3 * draw.random().normal(draw.key(), i);
            }
            return values;
        };
        this.table = store.create("embedding.table", Shape.of(TOKENS, HIDDEN), small);
        this.recurrence = new Recurrence(
                store.create("cell.U", Shape.of(HIDDEN, HIDDEN), small),
                store.create("cell.W", Shape.of(HIDDEN, HIDDEN), small));
        this.output = store.create("output.U", Shape.of(TOKENS, HIDDEN), small);
    }

    /**
     * What is carried.
     *
     * @param h [B, H]
     * @param noise which elements are kept
     */
    record State(Tensor h, Noise noise) implements CellState {}

    /** h′ = tanh(U x + W h) ⊙ z / p with z drawn to be 1 with probability p, 0 otherwise; outside training z = p. */
    private record Recurrence(Parameter inputWeight, Parameter stateWeight) implements Cell<State> {
        @Override
        public State initialState(int batch, Pass pass) {
            return new State(pass.zeros(Shape.of(batch, HIDDEN)), pass.noise("cell", batch));
        }

        @Override
        public State step(Tensor x, State previous) {
            Tensor h =
                    x.linear(inputWeight).plus(previous.h().linear(stateWeight)).tanh();
            Tensor kept = previous.noise().bernoulli(KEEP, HIDDEN).times(1 / KEEP);
            return new State(h.times(kept), previous.noise().next());
        }

        @Override
        public Tensor output(State state) {
            return state.h();
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public ParameterStore parameters() {
        return store;
    }

    @Override
    public List<HeadLoss> losses(Batch batch, Pass pass) {
        IdSequence source = ids(batch, "source");
        Tensor embedded = pass.attach(table).rows(source.ids()); // [B, T] → [B, T, H]
        Sequence input = Sequence.of(embedded, source.lengths().get(0));
        Sequence hidden = engine.unroll(
                        recurrence, input, recurrence.initialState(source.rows(), pass), UnrollOptions.forward())
                .outputs();
        Sequence scores = hidden.with(hidden.values().linear(output)); // [B, T, H] → [B, T, V]
        IdSequence target = ids(batch, "target");
        return List.of(new HeadLoss("echo", 1, new LossValue(loss.of(scores, target, pass), loss.weight(target))));
    }

    @Override
    public Map<String, Double> lossWeights(Batch batch) {
        return Map.of("echo", loss.weight(ids(batch, "target")));
    }

    @Override
    public int windowedSteps(Batch batch) {
        return ids(batch, "source").shape().size(1);
    }

    @Override
    public WindowLosses losses(Batch batch, Window window, Map<String, List<Tensor>> before, Pass pass) {
        IdSequence source = part(ids(batch, "source"), window);
        State start = recurrence.initialState(source.rows(), pass);
        State resumed = before.isEmpty()
                ? start
                : new State(
                        pass.attach(Objects.requireNonNull(before.get("echo")).get(0)), start.noise());
        Sequence input = Sequence.of(
                pass.attach(table).rows(source.ids()), source.lengths().get(0));
        Unrolled<State> hidden = engine.unroll(recurrence, input, resumed, UnrollOptions.forward());
        Sequence scores = hidden.outputs().with(hidden.outputs().values().linear(output));
        IdSequence target = part(ids(batch, "target"), window);
        LossValue value = new LossValue(loss.of(scores, target, pass), loss.weight(target));
        return new WindowLosses(
                List.of(new HeadLoss("echo", 1, value)),
                Map.of("echo", List.of(hidden.last().h().copy())));
    }

    private static IdSequence part(IdSequence whole, Window window) {
        int steps = whole.shape().size(1);
        List<int[]> rows = new ArrayList<>();
        for (int row = 0; row < whole.rows(); row++) {
            int from = row * steps + window.from();
            int length = window.of(whole.lengths().get(0).at(row));
            rows.add(Arrays.copyOfRange(whole.ids().toArray(), from, from + length));
        }
        return IdSequence.of(rows);
    }

    static IdSequence ids(Batch batch, String field) {
        return (IdSequence) Objects.requireNonNull(batch.fields().get(field));
    }

    /** Batches of 7 sequences of 1 to 6 tokens, in another order each epoch. */
    static EpochBatches batches(int count) {
        List<Batch> made = new ArrayList<>();
        Random random = new Random(23);
        for (int number = 0; number < count; number++) {
            made.add(batch(number, random));
        }
        return epoch -> {
            List<Batch> shuffled = new ArrayList<>(made);
            Collections.shuffle(shuffled, new Random(epoch));
            return shuffled;
        };
    }

    private static Batch batch(int number, Random random) {
        List<int[]> sources = new ArrayList<>();
        List<int[]> targets = new ArrayList<>();
        long[] examples = new long[7];
        for (int row = 0; row < examples.length; row++) {
            examples[row] = 7L * number + row;
            int[] source = random.ints(1 + random.nextInt(6), 0, TOKENS).toArray();
            int[] target = new int[source.length];
            System.arraycopy(source, 0, target, 1, source.length - 1);
            sources.add(source);
            targets.add(target);
        }
        return new Batch(examples, Map.of("source", IdSequence.of(sources), "target", IdSequence.of(targets)));
    }
}
