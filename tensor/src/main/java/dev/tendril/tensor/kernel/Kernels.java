package dev.tendril.tensor.kernel;

import dev.tendril.api.tensor.Precision;

/**
 * The arithmetic of one precision.
 *
 * @param precision of the numbers
 * @param description in words: vector or scalar, and why
 * @param elementwise kernels over single elements
 * @param rows kernels over rows
 * @param products matrix products
 */
public record Kernels(Precision precision, String description, Elementwise elementwise, Rows rows, Products products) {

    /** Whether float32 kernels use the Vector API. */
    public enum Vectors {
        /** Where the module is present. */
        AUTO,
        /** Always; an error where the module is absent. */
        ON,
        /** Never. */
        OFF
    }

    /**
     * Chooses the kernels of a precision.
     *
     * @throws IllegalStateException if vectors are demanded and the module is absent
     */
    public static Kernels choose(Precision precision, Vectors vectors) {
        if (precision == Precision.FLOAT64) {
            return scalarDouble();
        }
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (vectors == Vectors.OFF) {
            return scalarFloat("vector kernels are turned off");
        }
        if (present) {
            return VectorKernels.create();
        }
        String absent =
                "module jdk.incubator.vector is not present; start Java with --add-modules jdk.incubator.vector";
        if (vectors == Vectors.ON) {
            throw new IllegalStateException("vector kernels were demanded, but " + absent);
        }
        return scalarFloat(absent);
    }

    private static Kernels scalarDouble() {
        Elementwise elementwise = new Elementwise(new ScalarDoubleElements());
        Rows rows = new Rows(new ScalarDoubleLines());
        return new Kernels(
                Precision.FLOAT64,
                "scalar kernels: float64 is the reference",
                elementwise,
                rows,
                new ScalarDoubleProducts());
    }

    private static Kernels scalarFloat(String why) {
        Elementwise elementwise = new Elementwise(new ScalarFloatElements());
        Rows rows = new Rows(new ScalarFloatLines());
        return new Kernels(Precision.FLOAT32, "scalar kernels: " + why, elementwise, rows, new ScalarFloatProducts());
    }

    /** {@code FLOAT32, vector kernels, 512 bit, FMA}. */
    @Override
    public String toString() {
        return precision + ", " + description;
    }
}
