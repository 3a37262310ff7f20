package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tendril relies on in a distribution of attention weights: queries look one after the other at the scores of a ragged memory.
 *
 * @param <P> the distribution's parameters
 */
public abstract class DistributionContract<P extends Record> extends ComputingContract<P> {
    private static final String QUERIES = "queries";
    private static final String SCORES = "scores";

    private final int querySize;

    /**
     * The contract of one distribution.
     *
     * @param plugin that brings the distribution
     * @param examples its name and parameters
     * @param querySize features of a query
     */
    protected DistributionContract(Class<? extends Plugin> plugin, Examples<P> examples, int querySize) {
        super(Kind.DISTRIBUTION, plugin, examples);
        this.querySize = querySize;
    }

    /** Most distributions look at the scores alone. */
    @Override
    final List<String> independentOf() {
        return List.of(QUERIES);
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        return recurrence(trial, engine, seed).subject();
    }

    @Override
    final List<Check> own(Trial trial) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("there is a weight for each score, 0 in the padding", () -> weights(trial)));
        checks.addAll(new StepChecks((engine, seed) -> recurrence(trial, engine, seed)).all());
        return checks;
    }

    private Recurrence<?> recurrence(Trial trial, Engine engine, long seed) {
        ComponentBench bench = trial.bench(engine, seed);
        Distribution<?> distribution = bench.place("tried").distribution(trial.as(), "distribution", querySize);
        return recurrence(bench.parameters(), distribution);
    }

    private <S extends CellState> Recurrence<?> recurrence(ParameterStore parameters, Distribution<S> distribution) {
        Weighing<S> cell = new Weighing<>(distribution);
        Input queries = new Input(QUERIES, EdgeType.sequence("target", Size.of(querySize)), true);
        Input scores = new Input(SCORES, new EdgeType(List.of(Samples.SOURCE), new Element.Real(List.of())), true);
        return new Recurrence<>(parameters, cell, queries, List.of(scores), (given, pass) -> {
            Sequence source = given.sequence(SCORES).in(pass);
            return cell.start(source.values(), source.mask(pass), pass);
        });
    }

    private void weights(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            Recurrence<?> recurrence = recurrence(trial, engine, 5);
            SampleBatch batch = SampleBatch.of(recurrence.subject().inputs());
            Run run = new Run(engine, recurrence.subject());
            Numbers weights;
            try (Pass pass = engine.open(Run.options(false, batch))) {
                weights = run.compute(batch, run.tensors(batch, pass), pass).entrySet().stream()
                        .filter(output -> output.getKey().equals("outputs forwards"))
                        .map(output -> Numbers.of(output.getValue().tensor()))
                        .findFirst()
                        .orElseThrow();
            }
            int steps = Samples.lengths().longest();
            Sizes.check(
                    "there is a weight for each score",
                    Shape.of(Samples.ROWS, Samples.lengths("target").longest(), steps),
                    weights.shape());
            Failures.failIf(inPadding(weights), "weights in the padding are 0 (compared bit by bit)");
        }
    }

    private static List<String> inPadding(Numbers weights) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < weights.values().length; i++) {
            int[] place = Numbers.place(i, weights.shape());
            if (place[2] >= Samples.lengths().at(place[0]) && weights.values()[i] != 0) {
                problems.add("weight " + weights.at(i) + " is " + weights.values()[i]);
            }
        }
        return problems;
    }
}
