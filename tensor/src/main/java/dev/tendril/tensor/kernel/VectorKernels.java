package dev.tendril.tensor.kernel;

import dev.tendril.api.tensor.Precision;

/** Puts the vector kernels together. Touched only where module {@code jdk.incubator.vector} is present. */
final class VectorKernels {
    private VectorKernels() {}

    static Kernels create() {
        Elementwise elementwise = new Elementwise(new VectorElements());
        Rows rows = new Rows(new VectorLines());
        String fused = Fma.FUSED ? "FMA" : "no FMA (multiplies and adds)";
        int bits = VectorFunctions.SPECIES.vectorBitSize();
        String description = "vector kernels, " + bits + " bit, " + VectorProducts.describe() + ", " + fused;
        return new Kernels(Precision.FLOAT32, description, elementwise, rows, new VectorProducts());
    }
}
