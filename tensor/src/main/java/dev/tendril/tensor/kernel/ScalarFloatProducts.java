package dev.tendril.tensor.kernel;

/** Matrix products in plain loops, float32; the compiler turns the innermost one into vector code. */
final class ScalarFloatProducts implements Products {
    @Override
    public boolean wantsPacking(int rows, int inner, int columns) {
        return false;
    }

    @Override
    public int packedLength(int inner, int columns) {
        return Math.multiplyExact(inner, columns);
    }

    @Override
    public Panels pack(Span b, int inner, int columns, boolean transposed, Storage target) {
        if (transposed) {
            b.storage().transposeTo(b.at(), columns, inner, target, 0);
        } else {
            b.storage().copyTo(b.at(), target, 0, Math.multiplyExact(inner, columns));
        }
        return direct(new Span(target, 0), inner, columns);
    }

    @Override
    public Panels direct(Span b, int inner, int columns) {
        return new Panels(b, inner, columns, Math.max(columns, 1), columns, 0);
    }

    @Override
    public void multiply(Left a, Panels b, Span c, Region region, boolean accumulate) {
        if (region.panelFrom() == region.panelTo()) {
            return;
        }
        int columns = b.columns();
        for (int row = region.rowFrom(); row < region.rowTo(); row++) {
            Span to = c.plus(row * columns);
            if (!accumulate) {
                to.storage().fill(to.at(), columns, 0);
            }
            int k = 0;
            for (; k + 4 <= b.inner(); k += 4) {
                add(a, row, k, b, to);
            }
            for (; k < b.inner(); k++) {
                addOne(a, row, k, b, to);
            }
        }
    }

    /** Four links of every chain of a row, so that the row is loaded and stored once for four. */
    private static void add(Left a, int row, int k, Panels b, Span c) {
        float[] left = a.span().floats();
        int at = a.span().at() + row * a.rowStep() + k * a.innerStep();
        float a0 = left[at];
        float a1 = left[at + a.innerStep()];
        float a2 = left[at + 2 * a.innerStep()];
        float a3 = left[at + 3 * a.innerStep()];
        int columns = b.columns();
        int b0 = b.span().at() + k * b.innerStep();
        int b1 = b0 + b.innerStep();
        int b2 = b1 + b.innerStep();
        int b3 = b2 + b.innerStep();
        float[] right = b.span().floats();
        float[] to = c.floats();
        int out = c.at();
        for (int j = 0; j < columns; j++) {
            float first = Fma.of(a1, right[b1 + j], Fma.of(a0, right[b0 + j], to[out + j]));
            to[out + j] = Fma.of(a3, right[b3 + j], Fma.of(a2, right[b2 + j], first));
        }
    }

    private static void addOne(Left a, int row, int k, Panels b, Span c) {
        float factor = a.span().floats()[a.span().at() + row * a.rowStep() + k * a.innerStep()];
        float[] right = b.span().floats();
        int in = b.span().at() + k * b.innerStep();
        float[] to = c.floats();
        int out = c.at();
        int columns = b.columns();
        for (int j = 0; j < columns; j++) {
            to[out + j] = Fma.of(factor, right[in + j], to[out + j]);
        }
    }
}
