package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.Stepped;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds for everything that goes step by step.
 *
 * @param maker makes what steps
 */
record StepChecks(Recurrence.Maker maker) {
    List<Check> all() {
        return List.of(
                new Check("going step by step gives the bits of the whole", () -> each(StepChecks::stepByStep)),
                new Check("a state keeps its shape", () -> each(StepChecks::shapes)),
                new Check("a row of length 0 keeps its state and shows zeros", () -> each(StepChecks::emptyRow)),
                new Check("rows of a state can be reordered, repeated and left out", () -> each(StepChecks::gathered)));
    }

    /** One way to look at a recurrence in a pass. */
    private interface Look {
        <S extends CellState> void at(Recurrence<S> recurrence, Subject.Given given, Pass pass);
    }

    /** As products run and as written, outside training and in it. */
    private void each(Look look) {
        for (boolean plans : new boolean[] {true, false}) {
            try (TendrilEngine engine = plans ? Engines.plain() : Engines.stepByStep(Precision.FLOAT32)) {
                Recurrence<?> recurrence = maker.make(engine, 5);
                SampleBatch batch = SampleBatch.of(recurrence.subject().inputs());
                for (boolean training : new boolean[] {false, true}) {
                    try (Pass pass = engine.open(Run.options(training, batch))) {
                        look.at(recurrence, given(batch, pass), pass);
                    }
                }
            }
        }
    }

    private static Subject.Given given(SampleBatch batch, Pass pass) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Sample sample : batch.samples()) {
            Numbers numbers = sample.numbers();
            values.put(sample.input().name(), sample.value(pass.tensor(numbers.shape(), numbers.values())));
        }
        return new Subject.Given(values, batch.rows());
    }

    private static <S extends CellState> void stepByStep(Recurrence<S> recurrence, Subject.Given given, Pass pass) {
        Tensor x = given.numbers(recurrence.x().name());
        int steps = x.shape().size(1);
        S state = recurrence.starting().state(given, pass);
        Sequence full = Sequence.of(x, Lengths.all(given.rows(), steps));
        Unrolled<S> whole = pass.engine().unroll(recurrence.cell(), full, state, UnrollOptions.forward());
        Map<String, Numbers> unrolled = numbers("state", whole.last());
        Map<String, Numbers> stepped = new LinkedHashMap<>();
        for (int t = 0; t < steps; t++) {
            Stepped<S> step = pass.engine().step(recurrence.cell(), x.at(1, t), state);
            state = step.state();
            stepped.put("output of step " + t, Numbers.of(step.output()));
            unrolled.put(
                    "output of step " + t, Numbers.of(whole.outputs().values().at(1, t)));
        }
        stepped.putAll(numbers("state", state));
        new Same("in the whole", "step by step").bits("a sequence is its steps", unrolled, stepped);
    }

    private static <S extends CellState> void shapes(Recurrence<S> recurrence, Subject.Given given, Pass pass) {
        S before = recurrence.starting().state(given, pass);
        S after = recurrence.cell().step(given.numbers(recurrence.x().name()).at(1, 0), before);
        List<String> problems = new ArrayList<>();
        List<Tensor> first = States.tensors(before);
        List<Tensor> second = States.tensors(after);
        if (first.size() != second.size()) {
            problems.add("it has " + first.size() + " tensors before a step and " + second.size() + " after it");
        }
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            Shape shape = first.get(i).shape();
            if (!shape.equals(second.get(i).shape())) {
                problems.add("tensor " + i + " has shape " + shape + " before a step and "
                        + second.get(i).shape() + " after it");
            }
            if (shape.rank() == 0 || shape.size(0) != given.rows()) {
                problems.add(
                        "tensor " + i + " has shape " + shape + ", its first axis is not the batch of " + given.rows());
            }
        }
        Failures.failIf(problems, "a state keeps its shape, the batch first");
    }

    private static <S extends CellState> void emptyRow(Recurrence<S> recurrence, Subject.Given given, Pass pass) {
        Tensor x = given.numbers(recurrence.x().name());
        int[] lengths = new int[given.rows()]; // the last row alone has steps
        lengths[lengths.length - 1] = x.shape().size(1);
        S start = recurrence.starting().state(given, pass);
        Unrolled<S> unrolled = pass.engine()
                .unroll(recurrence.cell(), Sequence.of(x, Lengths.of(lengths)), start, UnrollOptions.forward());
        Ids empty = Ids.row(0, 1);
        Map<String, Numbers> expected = numbers("state", States.gather(start, empty));
        Map<String, Numbers> actual = numbers("state", States.gather(unrolled.last(), empty));
        Tensor shown = unrolled.outputs().values().gather(empty);
        expected.put("outputs", Numbers.of(pass.zeros(shown.shape())));
        actual.put("outputs", Numbers.of(shown));
        new Same("expected", "after no step").bits("a row without steps is left as it is", expected, actual);
    }

    private static <S extends CellState> void gathered(Recurrence<S> recurrence, Subject.Given given, Pass pass) {
        Tensor x = given.numbers(recurrence.x().name());
        S state = recurrence.starting().state(given, pass);
        state = recurrence.cell().step(x.at(1, 0), state);
        for (Ids rows : List.of(Ids.row(2, 0, 0, 1), Ids.row(1))) {
            S before = recurrence.cell().step(x.at(1, 1).gather(rows), States.gather(state, rows));
            S after = States.gather(recurrence.cell().step(x.at(1, 1), state), rows);
            Map<String, Numbers> chosenBefore = numbers("state", before);
            chosenBefore.put("output", Numbers.of(recurrence.cell().output(before)));
            Map<String, Numbers> chosenAfter = numbers("state", after);
            chosenAfter.put("output", Numbers.of(recurrence.cell().output(after)));
            new Same("when rows " + rows + " are chosen after the step", "before it")
                    .bits("a beam may choose rows between steps", chosenAfter, chosenBefore);
        }
    }

    private static Map<String, Numbers> numbers(String what, CellState state) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        for (Tensor tensor : States.tensors(state)) {
            numbers.put(what + " " + numbers.size(), Numbers.of(tensor));
        }
        return numbers;
    }
}
