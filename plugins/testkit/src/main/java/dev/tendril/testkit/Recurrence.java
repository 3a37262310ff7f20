package dev.tendril.testkit;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell, and what it starts from.
 *
 * @param parameters of the cell
 * @param cell that steps
 * @param x its input, over a time axis
 * @param given what the first state is made from
 * @param starting makes it
 * @param <S> its state
 */
record Recurrence<S extends CellState>(
        ParameterStore parameters, Cell<S> cell, Input x, List<Input> given, Starting<S> starting) {

    /** Makes a recurrence on an engine. */
    @FunctionalInterface
    interface Maker {
        Recurrence<?> make(Engine engine, long seed);
    }

    /**
     * Makes a first state.
     *
     * @param <S> the state
     */
    @FunctionalInterface
    interface Starting<S extends CellState> {
        S state(Subject.Given given, Pass pass);
    }

    /** A cell that starts from its own initial state, moved by what is given, so that gradients reach it. */
    static <S extends CellState> Recurrence<S> of(
            ParameterStore parameters, Cell<S> cell, int inputSize, Engine engine) {
        List<Input> shifts = new ArrayList<>();
        try (Pass pass = engine.open(PassOptions.inference())) {
            for (Tensor tensor : States.tensors(cell.initialState(Samples.ROWS, pass))) {
                int[] features = tensor.shape().without(0).toArray();
                shifts.add(Input.numbers("initial state " + shifts.size(), features));
            }
        }
        return new Recurrence<>(parameters, cell, Input.vectors("x", inputSize), shifts, (given, pass) -> {
            Iterator<Input> names = shifts.iterator();
            return States.mapTensors(cell.initialState(given.rows(), pass), tensor -> {
                Tensor shift = given.numbers(names.next().name());
                return tensor.shape().equals(shift.shape()) ? tensor.plus(shift) : tensor;
            });
        });
    }

    /** What is differentiated and compared: outputs and every tensor of the last state, forwards and backwards. */
    Subject subject() {
        List<Input> inputs = new ArrayList<>(List.of(x));
        inputs.addAll(given);
        return new Subject(parameters, inputs, this::unrolled);
    }

    private Map<String, Subject.Output> unrolled(Subject.Given values, Pass pass) {
        Map<String, Subject.Output> outputs = new LinkedHashMap<>();
        unrolled("forwards", UnrollOptions.forward(), values, pass, outputs);
        unrolled("backwards", UnrollOptions.backward(), values, pass, outputs);
        return outputs;
    }

    private void unrolled(
            String way, UnrollOptions options, Subject.Given values, Pass pass, Map<String, Subject.Output> outputs) {
        S start = starting.state(values, pass);
        Sequence input = values.sequence(x.name()).in(pass);
        Unrolled<S> unrolled = pass.engine().unroll(cell, input, start, options);
        outputs.put("outputs " + way, Subject.Output.rows(unrolled.outputs().values()));
        int number = 0;
        List<Tensor> last =
                cell instanceof Looking<S> looking ? looking.carried(unrolled.last()) : States.tensors(unrolled.last());
        for (Tensor tensor : last) {
            outputs.put("last state " + number++ + " " + way, Subject.Output.rows(tensor));
        }
    }
}
