package dev.tendril.testkit;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tendril relies on in a cell.
 *
 * <pre>{@code
 * final class LeakyTest extends CellContract<LeakyParameters> {
 *     LeakyTest() {
 *         super(AcmePlugin.class, Examples.yaml("{type: leaky, units: 3}"), 2);
 *     }
 * }
 * }</pre>
 *
 * @param <P> the cell's parameters
 */
public abstract class CellContract<P extends Record> extends ComputingContract<P> {
    private static final String PATH = "tried";
    private final int inputSize;

    /**
     * The contract of one cell.
     *
     * @param plugin that brings the cell
     * @param examples its name and parameters
     * @param inputSize features of its input; keep it small, each of them is differentiated
     */
    protected CellContract(Class<? extends Plugin> plugin, Examples<P> examples, int inputSize) {
        super(Kind.CELL, plugin, examples);
        this.inputSize = inputSize;
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        return recurrence(trial, engine, seed).subject();
    }

    private Recurrence<?> recurrence(Trial trial, Engine engine, long seed) {
        ComponentBench bench = trial.bench(engine, seed);
        Cell<?> cell = bench.place(PATH).cell(trial.as(), "cell", inputSize);
        return Recurrence.of(bench.parameters(), cell, inputSize, engine);
    }

    @Override
    final List<Check> own(Trial trial) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("the output has the size that was inferred", () -> size(trial)));
        checks.addAll(new StepChecks((engine, seed) -> recurrence(trial, engine, seed)).all());
        return checks;
    }

    private void size(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            Shape inferred =
                    Shape.of(Samples.ROWS, trial.bench(engine, 5).place(PATH).cellOutputSize(trial.as(), inputSize));
            Shape shown = output(recurrence(trial, engine, 5).cell(), pass);
            Sizes.check("the output of a cell has the size that was inferred", inferred, shown);
        }
    }

    private <S extends CellState> Shape output(Cell<S> cell, Pass pass) {
        Tensor x = pass.zeros(Shape.of(Samples.ROWS, inputSize));
        return cell.output(cell.step(x, cell.initialState(Samples.ROWS, pass))).shape();
    }
}
