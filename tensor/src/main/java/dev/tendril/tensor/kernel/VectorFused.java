package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of three and four operands on vectors: whole vectors of every row. */
final class VectorFused {
    private VectorFused() {}

    static void multiplyAdd(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] cs = c.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int cAt = c.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt, a.columnStep(), i);
                FloatVector second = load(bs, bAt, b.columnStep(), i);
                FloatVector third = load(cs, cAt, c.columnStep(), i);
                fma(first, second, third).intoArray(ys, yAt + i);
            }
        }
    }

    static void mix(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] cs = c.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int cAt = c.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector share = load(as, aAt, a.columnStep(), i);
                FloatVector second = load(bs, bAt, b.columnStep(), i);
                FloatVector third = load(cs, cAt, c.columnStep(), i);
                fma(share, second, splat(1f).sub(share).mul(third)).intoArray(ys, yAt + i);
            }
        }
    }

    static void productSigmoidGradient(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] cs = c.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int cAt = c.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt, a.columnStep(), i);
                FloatVector second = load(bs, bAt, b.columnStep(), i);
                FloatVector output = load(cs, cAt, c.columnStep(), i);
                first.mul(second).mul(output.mul(splat(1f).sub(output))).intoArray(ys, yAt + i);
            }
        }
    }

    static void productTanhGradient(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] cs = c.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int cAt = c.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt, a.columnStep(), i);
                FloatVector second = load(bs, bAt, b.columnStep(), i);
                FloatVector output = load(cs, cAt, c.columnStep(), i);
                first.mul(second).mul(splat(1f).sub(output.mul(output))).intoArray(ys, yAt + i);
            }
        }
    }

    static void sumOfProducts(Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] cs = c.floats();
        float[] ds = d.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int cAt = c.row(row);
            int dAt = d.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt, a.columnStep(), i);
                FloatVector second = load(bs, bAt, b.columnStep(), i);
                FloatVector third = load(cs, cAt, c.columnStep(), i);
                FloatVector fourth = load(ds, dAt, d.columnStep(), i);
                fma(first, second, third.mul(fourth)).intoArray(ys, yAt + i);
            }
        }
    }

    static void differenceSigmoidGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] cs = c.floats();
        float[] ds = d.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int cAt = c.row(row);
            int dAt = d.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt, a.columnStep(), i);
                FloatVector second = load(bs, bAt, b.columnStep(), i);
                FloatVector third = load(cs, cAt, c.columnStep(), i);
                FloatVector output = load(ds, dAt, d.columnStep(), i);
                first.mul(second.sub(third))
                        .mul(output.mul(splat(1f).sub(output)))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void addProductTanhGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] cs = c.floats();
        float[] ds = d.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int cAt = c.row(row);
            int dAt = d.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt, a.columnStep(), i);
                FloatVector second = load(bs, bAt, b.columnStep(), i);
                FloatVector third = load(cs, cAt, c.columnStep(), i);
                FloatVector output = load(ds, dAt, d.columnStep(), i);
                fma(second.mul(third), splat(1f).sub(output.mul(output)), first).intoArray(ys, yAt + i);
            }
        }
    }

    static void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int from, int to) {
        float[] masks = mask.floats();
        float[] trues = whenTrue.floats();
        float[] falses = whenFalse.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int maskAt = mask.row(row);
            int whenTrueAt = whenTrue.row(row);
            int whenFalseAt = whenFalse.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector condition = load(masks, maskAt, mask.columnStep(), i);
                FloatVector chosen = load(trues, whenTrueAt, whenTrue.columnStep(), i);
                FloatVector other = load(falses, whenFalseAt, whenFalse.columnStep(), i);
                other.blend(chosen, condition.compare(VectorOperators.NE, 0f)).intoArray(ys, yAt + i);
            }
        }
    }
}
