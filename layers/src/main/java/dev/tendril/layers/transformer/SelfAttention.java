package dev.tendril.layers.transformer;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Position;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * Self-attention of an encoder: every step sees every real step. There is no going through it step by step.
 *
 * @param attention of the heads
 * @param position worked into queries and keys
 */
record SelfAttention(MultiHeadAttention attention, Position position) implements Sublayer<NoState> {
    @Override
    public NoState start(Values inputs, int rows, Pass pass) {
        return new NoState();
    }

    @Override
    public Tensor all(Sequence x, NoState start) {
        Tensor mask = x.mask(x.values().pass()).unsqueeze(1); // [B, 1, T]
        Tensor queries = position.encodeHeads(attention.query().of(x.values()), attention.heads(), 0);
        Tensor keys = position.encodeHeads(attention.key().of(x.values()), attention.heads(), 0);
        Tensor values = attention.value().of(x.values());
        return attention.attend(queries, keys, values, mask, false);
    }

    @Override
    public Stepped<NoState> step(Tensor x, NoState previous) {
        throw new IllegalStateException("self-attention in both directions sees the whole sequence at once");
    }
}
