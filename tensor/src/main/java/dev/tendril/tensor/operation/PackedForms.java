package dev.tendril.tensor.operation;

import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as the right operand of products, packed once and used until its numbers are replaced: as it is, and transposed. Belongs
 * to one version of a parameter. Thread-safe.
 */
public final class PackedForms {
    private volatile @Nullable Panels plain;
    private volatile @Nullable Panels transposed;

    /**
     * The packed form.
     *
     * @param b the matrix, [inner, columns], or [columns, inner] if {@code asTransposed}
     */
    Panels of(Kernels kernels, Span b, int inner, int columns, boolean asTransposed) {
        Panels kept = asTransposed ? transposed : plain;
        if (kept != null) {
            return kept;
        }
        synchronized (this) {
            Storage target =
                    Storage.allocate(kernels.precision(), kernels.products().packedLength(inner, columns));
            Panels made = kernels.products().pack(b, inner, columns, asTransposed, target);
            if (asTransposed) {
                transposed = made;
            } else {
                plain = made;
            }
            return made;
        }
    }
}
