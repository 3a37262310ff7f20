package dev.tendril.api.layer;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * Attention as compatibility × distribution (Galassi et al. 2021); it carries what its distribution carries.
 * <pre>
 *   keys = k(values)               once for a source
 *   weights = distribution(query, f(query, keys))
 *   context = Σ_s weights_s values_s
 * </pre>
 * The padding of the source is replaced by zeros before anything is computed from it. A row without real steps has weights and a context
 * of zeros.
 *
 * @param <S> what the distribution carries
 */
public final class ScoredAttention<S extends CellState> implements Attention<ScoredAttention.Memory, S> {
    private final Compatibility compatibility;
    private final Distribution<S> distribution;

    /** An attention that scores with one part and weighs with the other. */
    public ScoredAttention(Compatibility compatibility, Distribution<S> distribution) {
        this.compatibility = compatibility;
        this.distribution = distribution;
    }

    /**
     * A prepared source.
     *
     * @param keys what queries are compared with, [B, S, K]
     * @param values what is summed, [B, S, D], zeros in the padding
     * @param mask [B, S], 1 for a real step
     */
    public record Memory(Tensor keys, Tensor values, Tensor mask) implements CellState {}

    @Override
    public Memory prepare(Sequence source, Pass pass) {
        Tensor mask = source.mask(pass);
        Tensor values = source.zeroPadded(pass).values();
        return new Memory(compatibility.keys(values), values, mask);
    }

    @Override
    public S initialState(Memory memory, Pass pass) {
        return distribution.initialState(memory.mask(), pass);
    }

    @Override
    public Attended<S> attend(Tensor query, Memory memory, S previous) {
        if (memory.mask().shape().size(1) == 0) {
            return new Attended<>(memory.values().sum(1), memory.mask(), previous);
        }
        Tensor scores = compatibility.scores(query, memory.keys());
        Distribution.Weighed<S> weighed = distribution.weigh(query, scores, memory.mask(), previous);
        Tensor weights = weighed.weights();
        Tensor context = weights.unsqueeze(1).matmul(memory.values()).squeeze(1); // [B, 1, S] [B, S, D] → [B, D]
        return new Attended<>(context, weights, weighed.state());
    }
}
