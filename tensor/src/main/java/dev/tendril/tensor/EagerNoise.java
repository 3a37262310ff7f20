package dev.tendril.tensor;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;

/** Noise of a pass that computes: one key a row, narrowed by the step; the counter is the column. */
record EagerNoise(EagerPass scope, RandomKey[] rows, long step) implements Noise {

    static EagerNoise start(EagerPass pass, String path, int rows) {
        RandomKey root = pass.options().key().with("noise").with(path);
        long[] examples = pass.options().examples();
        int each = examples.length == 0 ? 1 : rows / examples.length;
        if (examples.length > 0 && each * examples.length != rows) {
            throw new IllegalArgumentException("noise '" + path + "' for " + rows
                    + " rows: want a multiple of the pass's " + examples.length + " examples");
        }
        RandomKey[] keys = new RandomKey[rows];
        for (int row = 0; row < rows; row++) {
            long example = examples.length == 0 ? row : examples[row / each];
            keys[row] = root.with(example).with(row % each);
        }
        return new EagerNoise(pass, keys, 0);
    }

    @Override
    public Tensor bernoulli(double probability, int columns) {
        return draw(Draw.BERNOULLI, probability, columns);
    }

    @Override
    public Tensor uniform(int columns) {
        return draw(Draw.UNIFORM, 0, columns);
    }

    @Override
    public Tensor normal(int columns) {
        return draw(Draw.NORMAL, 0, columns);
    }

    @Override
    public Noise next() {
        return new EagerNoise(scope, rows, step + 1);
    }

    @Override
    public Noise gather(Ids positions) {
        RandomKey[] chosen = new RandomKey[Math.toIntExact(positions.shape().elements())];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = rows[positions.at(i)];
        }
        return new EagerNoise(scope, chosen, step);
    }

    /** [rows, columns] of one distribution; its mean outside training. */
    Tensor draw(Draw distribution, double parameter, int columns) {
        Shape shape = Shape.of(rows.length, columns);
        if (!scope.training()) {
            return scope.full(shape, distribution.mean(parameter));
        }
        Array array = scope.allocate(shape);
        RandomSource random = scope.engine().random();
        RowDrawing drawing = new RowDrawing();
        for (int row = 0; row < rows.length; row++) {
            RandomKey key = rows[row].with(step);
            int at = array.at() + row * columns;
            drawing.fill(random, key, distribution, parameter, array.storage(), at, columns);
        }
        return scope.leaf(array);
    }

    /** Draws the numbers of one row. */
    void fill(Instruction.Draw draw, int row, Storage to, int at, RowDrawing drawing) {
        RandomKey key = rows[row].with(step);
        drawing.fill(scope.engine().random(), key, draw.distribution(), draw.parameter(), to, at, draw.columns());
    }

    @Override
    public String toString() {
        return "noise of " + rows.length + " rows at step " + step;
    }
}
