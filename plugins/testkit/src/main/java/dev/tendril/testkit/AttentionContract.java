package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tendril relies on in an attention: queries look one after the other into a ragged memory.
 *
 * @param <P> the attention's parameters
 */
public abstract class AttentionContract<P extends Record> extends ComputingContract<P> {
    private static final String PATH = "tried";
    private static final String QUERIES = "queries";
    private static final String MEMORY = "memory";

    private final int querySize;
    private final int memorySize;

    /**
     * The contract of one attention.
     *
     * @param plugin that brings the attention
     * @param examples its name and parameters
     * @param querySize features of a query
     * @param memorySize features of the memory's steps; another number, if the attention can compare them
     */
    protected AttentionContract(Class<? extends Plugin> plugin, Examples<P> examples, int querySize, int memorySize) {
        super(Kind.ATTENTION, plugin, examples);
        this.querySize = querySize;
        this.memorySize = memorySize;
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        return recurrence(trial, engine, seed).subject();
    }

    @Override
    final List<Check> own(Trial trial) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("the context has the size that was inferred", () -> looked(trial, this::size)));
        checks.add(new Check("padding of the memory weighs nothing", () -> looked(trial, AttentionContract::weights)));
        checks.addAll(new StepChecks((engine, seed) -> recurrence(trial, engine, seed)).all());
        return checks;
    }

    private Recurrence<?> recurrence(Trial trial, Engine engine, long seed) {
        ComponentBench bench = trial.bench(engine, seed);
        Attention<?, ?> attention = bench.place(PATH).attention(trial.as(), "attention", querySize, memorySize);
        return recurrence(bench.parameters(), attention, contextSize(bench, trial));
    }

    private int contextSize(ComponentBench bench, Trial trial) {
        return bench.place(PATH).attentionOutputSize(trial.as(), querySize, memorySize);
    }

    private <M extends CellState, S extends CellState> Recurrence<?> recurrence(
            ParameterStore parameters, Attention<M, S> attention, int contextSize) {
        Attending<M, S> cell = new Attending<>(attention);
        Input queries = new Input(QUERIES, EdgeType.sequence("target", Size.of(querySize)), true);
        return new Recurrence<>(
                parameters, cell, queries, List.of(Input.vectors(MEMORY, memorySize)), (given, pass) -> {
                    Sequence source = given.sequence(MEMORY).in(pass);
                    Tensor context = pass.zeros(Shape.of(given.rows(), contextSize));
                    Tensor weights =
                            pass.zeros(Shape.of(given.rows(), source.shape().size(1)));
                    return cell.start(attention.prepare(source, pass), context, weights, pass);
                });
    }

    /** One look at what an attention gives. */
    private interface Look {
        void at(Trial trial, ComponentBench bench, Attention.Attended<?> attended);
    }

    private void looked(Trial trial, Look look) {
        try (TendrilEngine engine = Engines.plain()) {
            ComponentBench bench = trial.bench(engine, 5);
            Attention<?, ?> attention = bench.place(PATH).attention(trial.as(), "attention", querySize, memorySize);
            SampleBatch batch =
                    SampleBatch.of(List.of(Input.numbers(QUERIES, querySize), Input.vectors(MEMORY, memorySize)));
            try (Pass pass = engine.open(Run.options(false, batch))) {
                Tensor query = tensor(batch.samples().get(0), pass);
                Sample source = batch.samples().get(1);
                look.at(trial, bench, attend(attention, query, (Sequence) source.value(tensor(source, pass)), pass));
            }
        }
    }

    private static Tensor tensor(Sample sample, Pass pass) {
        return pass.tensor(sample.numbers().shape(), sample.numbers().values());
    }

    private static <M extends CellState, S extends CellState> Attention.Attended<S> attend(
            Attention<M, S> attention, Tensor query, Sequence source, Pass pass) {
        M memory = attention.prepare(source, pass);
        return attention.attend(query, memory, attention.initialState(memory, pass));
    }

    private void size(Trial trial, ComponentBench bench, Attention.Attended<?> attended) {
        Sizes.check(
                "the context of an attention has the size that was inferred",
                Shape.of(Samples.ROWS, contextSize(bench, trial)),
                attended.context().shape());
        Sizes.check(
                "an attention gives one weight for each step of the memory",
                Shape.of(Samples.ROWS, Samples.lengths().longest()),
                attended.weights().shape());
    }

    private static void weights(Trial trial, ComponentBench bench, Attention.Attended<?> attended) {
        Numbers weights = Numbers.of(attended.weights());
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < weights.values().length; i++) {
            int[] place = Numbers.place(i, weights.shape());
            if (place[1] >= Samples.lengths().at(place[0]) && weights.values()[i] != 0) {
                problems.add("weight " + weights.at(i) + " is " + weights.values()[i]);
            }
        }
        Failures.failIf(problems, "weights in the padding are 0 (compared bit by bit)");
    }
}
