package dev.tendril.layers.transformer;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Position;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * Self-attention of a decoder: every step sees those before it and itself. Padding lies behind the real steps, so none of them sees it.
 * Going step by step, keys and values are kept (the key–value cache).
 *
 * @param attention of the heads
 * @param position worked into queries and keys
 */
record CausalSelfAttention(MultiHeadAttention attention, Position position)
        implements Sublayer<CausalSelfAttention.State> {

    /**
     * What was seen so far; growing.
     *
     * @param keys [B, t, D]
     * @param values [B, t, D]
     */
    public record State(Tensor keys, Tensor values) implements CellState {}

    @Override
    public State start(Values inputs, int rows, Pass pass) {
        Tensor nothing = pass.zeros(Shape.of(rows, 0, attention.units()));
        return new State(nothing, nothing);
    }

    @Override
    public Tensor all(Sequence x, State start) {
        Tensor values = attention.value().of(x.values());
        return attention.attend(queries(x.values(), 0), keys(x.values(), 0), values, everything(x.values()), true);
    }

    @Override
    public Stepped<State> step(Tensor x, State previous) {
        int taken = previous.keys().shape().size(1);
        Tensor here = x.unsqueeze(1); // [B, D] → [B, 1, D]
        Tensor keys = previous.keys().append(keys(here, taken).squeeze(1));
        Tensor values = previous.values().append(attention.value().of(x));
        Tensor seen = attention.attend(queries(here, taken), keys, values, everything(x), false);
        return new Stepped<>(seen.squeeze(1), new State(keys, values));
    }

    private Tensor queries(Tensor x, int first) {
        return position.encodeHeads(attention.query().of(x), attention.heads(), first);
    }

    private Tensor keys(Tensor x, int first) {
        return position.encodeHeads(attention.key().of(x), attention.heads(), first);
    }

    /** A mask that hides nothing. */
    private static Tensor everything(Tensor x) {
        return x.pass().ones(Shape.scalar());
    }
}
