package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;

/** Decompositions of matrices given as row-major arrays, computed in float64. */
@HostImplemented
public interface LinearAlgebra {

    /**
     * An orthonormal basis from a random matrix (Saxe et al. 2014): the Q of its QR decomposition, with the signs that make R's
     * diagonal positive. Rows are orthonormal if there are at most as many rows as columns, else columns are.
     *
     * @param normal rows · columns standard normal numbers
     */
    double[] orthogonal(int rows, int columns, double[] normal);

    /** Singular values, largest first. */
    double[] singularValues(int rows, int columns, double[] matrix);

    /** Eigenvalues of a square matrix, largest modulus first. */
    Complex[] eigenvalues(int size, double[] matrix);

    /**
     * A complex number.
     *
     * @param real its real part
     * @param imaginary its imaginary part
     */
    record Complex(double real, double imaginary) {
        /** Its modulus. */
        public double modulus() {
            return Math.hypot(real, imaginary);
        }
    }
}
