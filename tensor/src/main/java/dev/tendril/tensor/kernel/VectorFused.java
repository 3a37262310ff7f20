package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;
import static dev.tendril.tensor.kernel.VectorFunctions.start;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The functions of {@link Ternary} and {@link Quaternary}, and the choice by a mask, on vectors: whole vectors of every row. */
final class VectorFused {
    private VectorFused() {}

    static void multiplyAdd(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                fma(first, second, third).intoArray(ys, yAt + i);
            }
        }
    }

    static void mix(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector share = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                fma(share, second, splat(1f).sub(share).mul(third)).intoArray(ys, yAt + i);
            }
        }
    }

    static void productSigmoidGradient(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector output = load(cs, cAt + i * cStep);
                first.mul(second).mul(output.mul(splat(1f).sub(output))).intoArray(ys, yAt + i);
            }
        }
    }

    static void productTanhGradient(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector output = load(cs, cAt + i * cStep);
                first.mul(second).mul(splat(1f).sub(output.mul(output))).intoArray(ys, yAt + i);
            }
        }
    }

    static void sumOfProducts(Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ds = d.lanes();
        int dStep = d.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int dAt = start(d, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                FloatVector fourth = load(ds, dAt + i * dStep);
                fma(first, second, third.mul(fourth)).intoArray(ys, yAt + i);
            }
        }
    }

    static void differenceSigmoidGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ds = d.lanes();
        int dStep = d.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int dAt = start(d, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                FloatVector output = load(ds, dAt + i * dStep);
                first.mul(second.sub(third))
                        .mul(output.mul(splat(1f).sub(output)))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void addProductTanhGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ds = d.lanes();
        int dStep = d.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int dAt = start(d, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                FloatVector output = load(ds, dAt + i * dStep);
                fma(second.mul(third), splat(1f).sub(output.mul(output)), first).intoArray(ys, yAt + i);
            }
        }
    }

    static void rootPlus(Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                first.mul(second).lanewise(VectorOperators.SQRT).add(third).intoArray(ys, yAt + i);
            }
        }
    }

    static void sumWithSquare(Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ds = d.lanes();
        int dStep = d.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int dAt = start(d, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                FloatVector fourth = load(ds, dAt + i * dStep);
                fma(first, second, third.mul(third).mul(fourth)).intoArray(ys, yAt + i);
            }
        }
    }

    static void minusQuotient(Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] cs = c.lanes();
        int cStep = c.columnStep();
        float[] ds = d.lanes();
        int dStep = d.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int cAt = start(c, row);
            int dAt = start(d, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector first = load(as, aAt + i * aStep);
                FloatVector second = load(bs, bAt + i * bStep);
                FloatVector third = load(cs, cAt + i * cStep);
                FloatVector fourth = load(ds, dAt + i * dStep);
                first.sub(second.mul(third).div(fourth)).intoArray(ys, yAt + i);
            }
        }
    }

    static void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int from, int to) {
        float decay1 = (float) numbers.decay1();
        float share1 = (float) numbers.share1();
        float decay2 = (float) numbers.decay2();
        float share2 = (float) numbers.share2();
        float rate = (float) numbers.rate();
        float correction = (float) numbers.correction();
        float epsilon = (float) numbers.epsilon();
        float[] parameters = parameter.floats();
        float[] gradients = gradient.floats();
        float[] means = m.floats();
        float[] squares = v.floats();
        int parameterAt = parameter.row(0);
        int gradientAt = gradient.row(0);
        int meanAt = m.row(0);
        int squareAt = v.row(0);
        for (int i = from; i < to; i += LANES) {
            FloatVector g = load(gradients, gradientAt + i);
            FloatVector mean = fma(load(means, meanAt + i), splat(decay1), g.mul(share1));
            FloatVector square =
                    fma(load(squares, squareAt + i), splat(decay2), g.mul(g).mul(share2));
            mean.intoArray(means, meanAt + i);
            square.intoArray(squares, squareAt + i);
            FloatVector root =
                    square.mul(correction).lanewise(VectorOperators.SQRT).add(epsilon);
            load(parameters, parameterAt + i).sub(mean.mul(rate).div(root)).intoArray(parameters, parameterAt + i);
        }
    }

    static void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int from, int to) {
        float[] masks = mask.lanes();
        int maskStep = mask.columnStep();
        float[] trues = whenTrue.lanes();
        int whenTrueStep = whenTrue.columnStep();
        float[] falses = whenFalse.lanes();
        int whenFalseStep = whenFalse.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int maskAt = start(mask, row);
            int whenTrueAt = start(whenTrue, row);
            int whenFalseAt = start(whenFalse, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector condition = load(masks, maskAt + i * maskStep);
                FloatVector chosen = load(trues, whenTrueAt + i * whenTrueStep);
                FloatVector other = load(falses, whenFalseAt + i * whenFalseStep);
                other.blend(chosen, condition.compare(VectorOperators.NE, 0f)).intoArray(ys, yAt + i);
            }
        }
    }
}
