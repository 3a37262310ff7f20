package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Unary;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.MapEach;
import dev.tendril.tensor.operation.Slice;
import dev.tendril.tensor.plan.Equations;
import dev.tendril.tensor.plan.Origin;
import dev.tendril.tensor.plan.Run;
import dev.tendril.tensor.plan.Step;
import dev.tendril.tensor.plan.StepRows;
import dev.tendril.tensor.plan.UnrollPlan;
import dev.tendril.tensor.plan.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What an LSTM computes between its products, planned by the engine. What the four gates get from outside is the input; so that the
 * state feeds back, the forget gate sees the step before directly:
 * <pre>
 *   o = σ(x_o)   f = σ(x_f + h)   i = σ(x_i)   g = tanh(x_g)   c′ = f ⊙ c + i ⊙ g   h′ = o ⊙ tanh(c′)
 * </pre>
 */
final class PlannedRows {
    private final Alone alone = new Alone();
    private final int units;
    private final Run forwards;
    private final Run backwards;

    PlannedRows(int rows, int units, int steps) {
        this.units = units;
        UnrollPlan plan = UnrollPlan.of(step(units), true);
        int[] lengths = new int[rows];
        Arrays.fill(lengths, steps);
        StepRows all = StepRows.of(lengths);
        forwards = plan.forwards().run(all, alone, null);
        backwards = plan.gradient(Set.of(new Origin.PerStep(0))).recurrence().run(all, alone, forwards);
        Numbers.fill(forwards.perStep(0).orElseThrow(), rows * steps * 4 * units);
        Numbers.fill(backwards.perStep(0).orElseThrow(), rows * steps * units);
    }

    private static Step step(int units) {
        Equations equations = new Equations();
        Value x = equations.leaf(new Origin.PerStep(0), Shape.of(Value.BATCH, 4 * units));
        Value h = equations.leaf(new Origin.Carried(0), Shape.of(Value.BATCH, units));
        Value c = equations.leaf(new Origin.Carried(1), Shape.of(Value.BATCH, units));
        Lines lines = new Lines(equations, x, units);
        Value output = lines.map(Unary.SIGMOID, lines.gate(0));
        Value forget = lines.map(Unary.SIGMOID, lines.combine(Binary.PLUS, lines.gate(1), h));
        Value input = lines.map(Unary.SIGMOID, lines.gate(2));
        Value content = lines.map(Unary.TANH, lines.gate(3));
        Value next = lines.combine(
                Binary.PLUS, lines.combine(Binary.TIMES, forget, c), lines.combine(Binary.TIMES, input, content));
        Value shown = lines.combine(Binary.TIMES, output, lines.map(Unary.TANH, next));
        return new Step(equations, List.of(h, c), List.of(shown, next), shown);
    }

    /** Writes equations down. */
    private record Lines(Equations equations, Value x, int units) {
        Value gate(int number) {
            return equations.apply(new Slice(1, number * units, (number + 1) * units), List.of(x));
        }

        Value map(Unary function, Value of) {
            return equations.apply(new MapEach(function), List.of(of));
        }

        Value combine(Binary function, Value a, Value b) {
            return equations.apply(new Combine(function), List.of(a, b));
        }
    }

    void forwards() {
        forwards.execute(Alone.NOTHING_KNOWN, () -> {});
    }

    /** From the gradients of all outputs, and none of the last state. */
    void backwards() {
        int half = forwards.rows().rows() * units;
        backwards.carried(0).fill(0, 2 * half, 0);
        backwards.carried(1).fill(0, 2 * half, 0);
        backwards.execute(Alone.NOTHING_KNOWN, () -> {});
    }

    float[] outputs() {
        return perStep(forwards, units);
    }

    /** With respect to x. */
    float[] gradients() {
        return perStep(backwards, 4 * units);
    }

    private static float[] perStep(Run run, int width) {
        StepRows rows = run.rows();
        float[] numbers = new float[rows.total() * width];
        Storage steps = run.steps(0);
        for (int step = 0; step < rows.steps(); step++) {
            for (int row = 0; row < rows.live(step); row++) {
                int from = run.stepsAt(0, step) + row * run.stepsRowStep(0);
                float[] one = steps.toFloats(from, width);
                System.arraycopy(one, 0, numbers, (rows.start(step) + row) * width, width);
            }
        }
        return numbers;
    }
}
