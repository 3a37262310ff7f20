package dev.tendril.tensor.linear;

import dev.tendril.api.tensor.LinearAlgebra;
import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Linear algebra by EJML, in float64. Thread-safe: every call has a decomposition of its own. */
public final class EjmlLinearAlgebra implements LinearAlgebra {

    @Override
    public double[] orthogonal(int rows, int columns, double[] normal) {
        checkFinite(rows, columns, normal);
        boolean wide = rows < columns; // decompose the tall one; rows are then the orthonormal ones
        DMatrixRMaj tall =
                wide ? transposed(rows, columns, normal) : new DMatrixRMaj(rows, columns, true, normal.clone());
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(tall.numRows, tall.numCols);
        if (!qr.decompose(tall)) {
            throw new IllegalArgumentException("the QR decomposition of a " + rows + "×" + columns + " matrix failed");
        }
        DMatrixRMaj q = qr.getQ(null, true);
        DMatrixRMaj r = qr.getR(null, true);
        for (int column = 0; column < q.numCols; column++) {
            if (r.get(column, column) < 0) {
                for (int row = 0; row < q.numRows; row++) {
                    q.set(row, column, -q.get(row, column));
                }
            }
        }
        return wide ? transposed(columns, rows, q.data).data : Arrays.copyOf(q.data, rows * columns);
    }

    @Override
    public double[] singularValues(int rows, int columns, double[] matrix) {
        checkFinite(rows, columns, matrix);
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(rows, columns, false, false, true);
        if (!svd.decompose(new DMatrixRMaj(rows, columns, true, matrix.clone()))) {
            throw new IllegalArgumentException(
                    "the singular values of a " + rows + "×" + columns + " matrix do not converge");
        }
        return Arrays.stream(svd.getSingularValues())
                .limit(svd.numberOfSingularValues())
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Override
    public Complex[] eigenvalues(int size, double[] matrix) {
        checkFinite(size, size, matrix);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, false, false);
        if (!eigen.decompose(new DMatrixRMaj(size, size, true, matrix.clone()))) {
            throw new IllegalArgumentException("the eigenvalues of a " + size + "×" + size + " matrix do not converge");
        }
        Complex[] values = new Complex[eigen.getNumberOfEigenvalues()];
        for (int i = 0; i < values.length; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            values[i] = new Complex(value.real, value.imaginary);
        }
        Arrays.sort(
                values,
                Comparator.comparingDouble(Complex::modulus)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingDouble(Complex::imaginary).reversed()));
        return values;
    }

    private static DMatrixRMaj transposed(int rows, int columns, double[] matrix) {
        DMatrixRMaj transposed = new DMatrixRMaj(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed.set(column, row, matrix[row * columns + column]);
            }
        }
        return transposed;
    }

    private static void checkFinite(int rows, int columns, double[] matrix) {
        if (matrix.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    matrix.length + " numbers given for a " + rows + "×" + columns + " matrix");
        }
        for (int i = 0; i < matrix.length; i++) {
            if (!Double.isFinite(matrix[i])) {
                throw new IllegalArgumentException(
                        "number " + i + " of a " + rows + "×" + columns + " matrix is " + matrix[i]);
            }
        }
    }
}
