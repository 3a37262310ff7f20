package dev.tendril.tensor.kernel;

import dev.tendril.api.tensor.Precision;

/** Puts the vector kernels together. Touched only where module {@code jdk.incubator.vector} is present. */
final class VectorKernels {
    private VectorKernels() {}

    static Kernels create() {
        Elementwise elementwise = new Elementwise(new VectorElements());
        Rows rows = new Rows(new VectorLines());
        String fused = Fma.FUSED ? "FMA" : "no FMA (multiplies and adds)";
        String description = "vector kernels, " + VectorFunctions.SPECIES.vectorBitSize() + " bit, " + fused;
        return new Kernels(Precision.FLOAT32, description, elementwise, rows, new VectorProducts());
    }
}
