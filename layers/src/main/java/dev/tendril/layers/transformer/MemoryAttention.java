package dev.tendril.layers.transformer;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * Attention of a decoder to what the encoder gave: every step sees every real step of the memory, whose padding is never read. Keys and
 * values of the memory are computed once.
 *
 * @param attention of the heads
 */
record MemoryAttention(MultiHeadAttention attention) implements Sublayer<MemoryAttention.State> {
    /** The port of what is attended to. */
    static final String PORT = "memory";

    /**
     * A prepared memory; constant.
     *
     * @param keys [B, S, D]
     * @param values [B, S, D]
     * @param mask [B, 1, S], 1 for a real step
     */
    public record State(Tensor keys, Tensor values, Tensor mask) implements CellState {}

    @Override
    public State start(Values inputs, int rows, Pass pass) {
        Sequence memory = inputs.sequence(PORT).zeroPadded(pass);
        return new State(
                attention.key().of(memory.values()),
                attention.value().of(memory.values()),
                memory.mask(pass).unsqueeze(1));
    }

    @Override
    public Tensor all(Sequence x, State memory) {
        Tensor queries = attention.query().of(x.values());
        return attention.attend(queries, memory.keys(), memory.values(), memory.mask(), false);
    }

    @Override
    public Stepped<State> step(Tensor x, State memory) {
        Tensor queries = attention.query().of(x).unsqueeze(1); // [B, D] → [B, 1, D]
        Tensor weights =
                queries.attentionWeights(memory.keys(), memory.mask(), attention.heads(), false); // [B, H, 1, S]
        Tensor seen = weights.attentionContext(memory.values()).squeeze(1);
        return new Stepped<>(
                attention.output().of(seen), memory, Optional.of(weights.mean(1).squeeze(1)));
    }
}
