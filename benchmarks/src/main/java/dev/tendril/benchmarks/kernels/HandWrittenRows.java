package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Elementwise;
import dev.tendril.tensor.kernel.Floats;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;
import dev.tendril.tensor.kernel.Unary;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What {@link PlannedRows} computes, as one would write it by hand for this cell alone: row by row, the functions of all gates in one
 * call, everything else in one loop over vectors; backwards one loop. Units are a multiple of a vector.
 */
final class HandWrittenRows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Elementwise elementwise =
            Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO).elementwise();
    private final int rows;
    private final int units;
    private final int steps;
    private final float[] x;
    private final float[] gates; // o, f, i, g of all steps
    private final float[] cells; // c of all steps, the start first
    private final float[] squashed; // tanh(c) of all steps
    private final float[] outputs; // h of all steps, the start first
    private final float[] outputGradients;
    private final float[] gradients; // with respect to x
    private final float[] cellGradient;
    private final float[] stateGradient;

    HandWrittenRows(int rows, int units, int steps) {
        this.rows = rows;
        this.units = units;
        this.steps = steps;
        int size = rows * units;
        x = Numbers.drawn(steps * size * 4);
        outputGradients = Numbers.drawn(steps * size);
        gates = new float[steps * size * 4];
        cells = new float[(steps + 1) * size];
        squashed = new float[steps * size];
        outputs = new float[(steps + 1) * size];
        gradients = new float[steps * size * 4];
        cellGradient = new float[size];
        stateGradient = new float[size];
    }

    void forwards() {
        Storage all = new Floats(gates);
        Storage flat = new Floats(squashed);
        Storage states = new Floats(cells);
        Strided sigmoids = Strided.dense(all, 0, 3 * units);
        Strided content = Strided.dense(all, 0, units);
        Strided next = Strided.dense(states, 0, units);
        Strided flattened = Strided.dense(flat, 0, units);
        int size = rows * units;
        for (int step = 0; step < steps; step++) {
            for (int row = 0; row < rows; row++) {
                int gate = (step * rows + row) * 4 * units;
                int at = step * size + row * units;
                System.arraycopy(x, gate, gates, gate, 4 * units);
                add(outputs, at, gates, gate + units);
                sigmoids.place(all, gate);
                elementwise.unary(Unary.SIGMOID, sigmoids, sigmoids, 1, 3 * units);
                content.place(all, gate + 3 * units);
                elementwise.unary(Unary.TANH, content, content, 1, units);
                cell(gate, at, at + size);
                next.place(states, at + size);
                flattened.place(flat, at);
                elementwise.unary(Unary.TANH, next, flattened, 1, units);
                output(gate, at, at + size);
            }
        }
    }

    private void add(float[] from, int at, float[] to, int place) {
        for (int i = 0; i < units; i += LANES) {
            load(to, place + i).add(load(from, at + i)).intoArray(to, place + i);
        }
    }

    private void cell(int gate, int before, int after) {
        for (int i = 0; i < units; i += LANES) {
            FloatVector added = load(gates, gate + 2 * units + i).mul(load(gates, gate + 3 * units + i));
            load(gates, gate + units + i).fma(load(cells, before + i), added).intoArray(cells, after + i);
        }
    }

    private void output(int gate, int at, int after) {
        for (int i = 0; i < units; i += LANES) {
            load(gates, gate + i).mul(load(squashed, at + i)).intoArray(outputs, after + i);
        }
    }

    void backwards() {
        Arrays.fill(cellGradient, 0);
        Arrays.fill(stateGradient, 0);
        for (int step = steps - 1; step >= 0; step--) {
            for (int row = 0; row < rows; row++) {
                back((step * rows + row) * 4 * units, (step * rows + row) * units, row * units);
            }
        }
    }

    private void back(int gate, int at, int row) {
        for (int i = 0; i < units; i += LANES) {
            FloatVector h = load(outputGradients, at + i).add(load(stateGradient, row + i));
            FloatVector o = load(gates, gate + i);
            FloatVector tanh = load(squashed, at + i);
            h.mul(tanh).mul(o).mul(one().sub(o)).intoArray(gradients, gate + i);
            FloatVector slope = one().sub(tanh.mul(tanh));
            FloatVector c = h.mul(o).fma(slope, load(cellGradient, row + i));
            FloatVector f = load(gates, gate + units + i);
            FloatVector forget = c.mul(load(cells, at + i)).mul(f).mul(one().sub(f));
            forget.intoArray(gradients, gate + units + i);
            forget.intoArray(stateGradient, row + i);
            FloatVector input = load(gates, gate + 2 * units + i);
            FloatVector content = load(gates, gate + 3 * units + i);
            c.mul(content).mul(input).mul(one().sub(input)).intoArray(gradients, gate + 2 * units + i);
            c.mul(input).mul(one().sub(content.mul(content))).intoArray(gradients, gate + 3 * units + i);
            c.mul(f).intoArray(cellGradient, row + i);
        }
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(SPECIES, from, at);
    }

    private static FloatVector one() {
        return FloatVector.broadcast(SPECIES, 1f);
    }

    float[] outputs() {
        return Arrays.copyOfRange(outputs, rows * units, outputs.length);
    }

    float[] gradients() {
        return gradients;
    }
}
