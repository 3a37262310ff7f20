package dev.tendril.tensor.planted;

import org.ejml.data.FMatrixRMaj;

/** A violation on purpose: a public signature of the engine names EJML. */
public final class EngineThatShowsMatrices {
    public FMatrixRMaj identity() {
        return FMatrixRMaj.wrap(1, 1, new float[] {1});
    }
}
