package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import java.util.List;

/**
 * A product of two small matrices for every row: [..., M, K] by [..., K, N].
 *
 * @param left a, its last two axes M and K
 * @param right b, its last two axes K and N; without leading axes it serves all
 * @param result c, its last two axes M and N
 */
record MatrixStep(Access left, Access right, Access result) implements RowStep {

    MatrixStep {
        assert right.follows(1) || right.follows(2) : "elements of the right matrix lie apart";
    }

    @Override
    public List<Access> accesses() {
        return List.of(left, right, result);
    }

    private static int size(Access access, int back) {
        return access.sizes()[access.sizes().length - back];
    }

    private static int stride(Access access, int back) {
        return access.strides()[access.strides().length - back];
    }

    @Override
    public Running in(Workspace workspace) {
        int matrices = matrices();
        return (step, row, rows) -> {
            for (int each = row; each < row + rows; each++) {
                for (int matrix = 0; matrix < matrices; matrix++) {
                    multiply(workspace, step, each, matrix);
                }
            }
        };
    }

    private int matrices() {
        int matrices = 1;
        for (int axis = 0; axis < result.sizes().length - 2; axis++) {
            matrices *= result.sizes()[axis];
        }
        return matrices;
    }

    private void multiply(Workspace workspace, int step, int row, int matrix) {
        var a = workspace.span(left, step, row).plus(start(left, matrix));
        var b = workspace.span(right, step, row).plus(start(right, matrix));
        var c = workspace.span(result, step, row).plus(start(result, matrix));
        int m = size(result, 2);
        int n = size(result, 1);
        int k = size(left, 1);
        Products products = workspace.kernels().products();
        if (k == 0) { // sums of nothing
            for (int i = 0; i < m; i++) {
                c.storage().fill(c.at() + i * stride(result, 2), n, 0);
            }
        } else if (m == 1
                && stride(right, 1) != 1) { // one row: a bᵀ read as b aᵀ, whose right operand is a single column
            products.multiply(
                    new Left(b, stride(right, 1), stride(right, 2)),
                    new Right(a, k, 1, stride(left, 1), 1),
                    Result.of(c, stride(result, 1)),
                    new Region(0, n, 0, 1),
                    workspace.scratch());
        } else {
            products.multiply(
                    new Left(a, stride(left, 2), stride(left, 1)),
                    new Right(b, k, n, stride(right, 2), stride(right, 1)),
                    Result.of(c, stride(result, 2)),
                    new Region(0, m, 0, n),
                    workspace.scratch());
        }
    }

    private int start(Access access, int matrix) {
        int start = 0;
        int rest = matrix;
        int back = 3;
        for (int axis = result.sizes().length - 3; axis >= 0; axis--, back++) {
            int own = access.sizes().length - back;
            int index = rest % result.sizes()[axis];
            rest /= result.sizes()[axis];
            start += own < 0 || access.sizes()[own] == 1 ? 0 : index * access.strides()[own];
        }
        return start;
    }
}
