package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Tensor;

/**
 * How well a query fits the steps of a memory: the first half of an attention (Galassi et al. 2021), the {@link Distribution} being the
 * second. {@link ScoredAttention} joins the two.
 */
@PluginImplemented
@FunctionalInterface
public interface Compatibility {

    /**
     * What depends on the memory alone, computed once for a source; the values themselves by default.
     *
     * @param values [B, S, D], zeros in the padding
     * @return the keys, [B, S, K]
     */
    default Tensor keys(Tensor values) {
        return values;
    }

    /**
     * The scores. Those in the padding are never read.
     *
     * @param query [B, Q]
     * @param keys [B, S, K], as {@link #keys} gave them
     * @return [B, S]
     */
    Tensor scores(Tensor query, Tensor keys);
}
