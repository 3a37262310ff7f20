package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * One recurrence run two ways, on engines of their own with the same parameters: as somebody runs it, and step by step on an engine
 * that plans nothing. Outputs, last states and all gradients must be the same but for rounding.
 *
 * @param recurrence what is run
 * @param setting how
 */
record Comparison(Recurrences recurrence, Setting setting) {
    /** Steps of the input; the longest row may have fewer. */
    static final int STEPS = 6;

    /** Rows of the batches: alone, few, and enough for two threads to share them and for memory to be used again. */
    private static final int[] ROWS = {1, 3, 5, 13, 13};

    /**
     * How a recurrence is run.
     *
     * @param training whether noise is drawn
     * @param reversed whether rows run from their ends to their beginnings
     */
    record Setting(Precision precision, boolean training, boolean reversed) {
        PassOptions options(int rows) {
            long[] examples = LongStream.range(2, 2 + rows).toArray();
            return training ? PassOptions.training(RandomKey.of(7), examples) : PassOptions.diagnostics();
        }

        UnrollOptions way() {
            return reversed ? UnrollOptions.backward() : UnrollOptions.forward();
        }

        /** How far sums in another order may lie apart, beside the largest number of its kind. */
        double rounding() {
            return precision == Precision.FLOAT64 ? 1e-10 : 1e-5;
        }
    }

    /** Runs cells; {@code Engine.unroll} is one. */
    @FunctionalInterface
    interface Unrolling {
        /** Unrolls a cell. */
        <S extends CellState> Unrolled<S> unroll(Cell<S> cell, Sequence input, S initial, UnrollOptions options);
    }

    /** Makes what runs cells on an engine. */
    @FunctionalInterface
    interface Way {
        /** What runs cells. */
        Unrolling on(TendrilEngine engine);
    }

    /**
     * Runs batches of random lengths both ways.
     *
     * @throws AssertionError if a number differs
     */
    void check(ComponentRegistry registry, Way planned) {
        TendrilEngine.Builder builder = TendrilEngine.builder().precision(setting.precision);
        try (TendrilEngine one = builder.threads(2).build();
                TendrilEngine other = builder.threads(1).plans(false).build()) {
            Run<?> first = new Run<>(recurrence.of(registry, one), one, planned.on(one), setting);
            Run<?> second = new Run<>(recurrence.of(registry, other), other, other::unroll, setting);
            for (Lengths lengths : lengths()) {
                SameNumbers.check(
                        first.numbers(lengths, Wanted.BOTH),
                        second.numbers(lengths, Wanted.BOTH),
                        setting.rounding(),
                        "lengths " + lengths);
            }
        }
    }

    private List<Lengths> lengths() {
        Random random = new Random(recurrence.name().length());
        List<Lengths> all = new ArrayList<>();
        for (int rows : ROWS) {
            all.add(Lengths.of(random.ints(rows, 0, STEPS + 1).toArray()));
        }
        all.add(Lengths.of(0));
        all.add(Lengths.of(STEPS));
        return all;
    }

    /** What gradients are asked for: of the parameters, of all that a pass is given, or of both. */
    enum Wanted {
        PARAMETERS,
        INPUTS,
        BOTH
    }

    /** One of the two ways. */
    record Run<S extends CellState>(
            Recurrence<S> recurrence, TendrilEngine engine, Unrolling unrolling, Setting setting) {

        /** Outputs, last state, and the gradients that are wanted of a random sum of both. */
        Map<String, double[]> numbers(Lengths lengths, Wanted wanted) {
            try (Pass pass = engine.open(setting.options(lengths.rows()))) {
                Random random = new Random(3);
                Tensor x = drawn(Shape.of(lengths.rows(), STEPS, recurrence.inputSize()), random, pass);
                List<Tensor> given = recurrence.given(lengths.rows()).stream()
                        .map(shape -> drawn(shape, random, pass))
                        .toList();
                S start = start(given, lengths.rows(), random, pass);
                Unrolled<S> unrolled =
                        unrolling.unroll(recurrence.cell(), Sequence.of(x, lengths), start, setting.way());
                Map<String, Tensor> results = new LinkedHashMap<>();
                results.put("outputs", unrolled.outputs().values());
                number("last state", States.tensors(unrolled.last()), results);
                Map<String, Tensor> leaves = new LinkedHashMap<>();
                if (wanted != Wanted.INPUTS) {
                    parameters(leaves);
                }
                if (wanted != Wanted.PARAMETERS) {
                    inputs(x, given, start, leaves);
                }
                return numbers(results, leaves, random, pass);
            }
        }

        private void parameters(Map<String, Tensor> leaves) {
            for (Parameter parameter : recurrence.parameters().parameters()) {
                leaves.put("gradient of " + parameter.path(), parameter);
            }
        }

        private static void inputs(Tensor x, List<Tensor> given, CellState start, Map<String, Tensor> leaves) {
            leaves.put("gradient of the input", x);
            number("gradient of what is given", given, leaves);
            number("gradient of the first state", States.tensors(start), leaves);
        }

        private S start(List<Tensor> given, int rows, Random random, Pass pass) {
            S start = recurrence.starting().state(given, rows, pass);
            return given.isEmpty() // else the state holds a mask
                    ? States.mapTensors(start, tensor -> tensor.plus(drawn(tensor.shape(), random, pass)))
                    : start;
        }

        private Map<String, double[]> numbers(
                Map<String, Tensor> results, Map<String, Tensor> leaves, Random random, Pass pass) {
            Tensor loss = pass.zeros(Shape.scalar());
            for (Tensor result : results.values()) {
                loss = loss.plus(
                        result.times(drawn(result.shape(), random, pass)).sum());
            }
            Gradients gradients = engine.gradients(loss, leaves.values());
            Map<String, double[]> numbers = new LinkedHashMap<>();
            results.forEach((name, result) -> numbers.put(name, result.toDoubles()));
            leaves.forEach((name, leaf) -> numbers.put(name, gradients.of(leaf).toDoubles()));
            return numbers;
        }

        private static void number(String name, List<Tensor> tensors, Map<String, Tensor> into) {
            for (int i = 0; i < tensors.size(); i++) {
                into.put(name + " " + i, tensors.get(i));
            }
        }
    }

    /** Numbers between −1 and 1. */
    static Tensor drawn(Shape shape, Random random, Pass pass) {
        return pass.tensor(shape, random.doubles(shape.elements(), -1, 1).toArray());
    }
}
