package dev.tendril.contracts.recurrence;

import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.contracts.recurrence.EquationCell.State;
import dev.tendril.contracts.recurrence.EquationCell.Weights;

/** Equations of an {@link EquationCell} that no built-in component has: what they read is the same at every step, or repeated. */
final class Equations {
    private Equations() {}

    /** {@code tanh(U x + W h)}. */
    static Tensor usual(Weights w, Tensor x, State s) {
        return w.usual(x, s).tanh();
    }

    /** {@code h}. */
    static Tensor before(Weights w, Tensor x, State s) {
        return s.h();
    }

    /** {@code u = σ(V c + U x), n = tanh(G c + Pᵀ tanh c + W h), u ⊙ n + (1 − u) ⊙ h}. */
    static Tensor gatesOfAVector(Weights w, Tensor x, State s) {
        Tensor u = s.c().linear(w.v()).plus(x.linear(w.u())).sigmoid();
        Tensor n = s.c().linear(w.g())
                .plus(s.c().tanh().matmul(w.p()))
                .plus(s.h().linear(w.w()))
                .tanh();
        return u.times(n).plus(u.oneMinus().times(s.h()));
    }

    /** {@code u = σ(V Σ m + b), n = tanh(G Σ m + V (softmax(m Vᵀ h) m) + U x + W h), u ⊙ n + (1 − u) ⊙ h}. */
    static Tensor gatesOfAMemory(Weights w, Tensor x, State s) {
        Tensor sum = s.m().sum(1);
        Tensor query = s.h().matmul(w.v()).unsqueeze(1); // [B, 1, C]
        Tensor scores = query.matmul(s.m().transpose(1, 2)).softmax(); // [B, 1, S]
        Tensor context = scores.matmul(s.m()).squeeze(1); // [B, C]
        Tensor u = sum.linear(w.v(), w.b()).sigmoid();
        Tensor n = sum.linear(w.g())
                .plus(context.linear(w.v()))
                .plus(w.usual(x, s))
                .tanh();
        return u.times(n).plus(u.oneMinus().times(s.h()));
    }

    /** {@code tanh(V 0.7 + Pᵀ [2, 3, 5] + U x + W h)}. */
    static Tensor constants(Weights w, Tensor x, State s) {
        Tensor number = x.pass().full(s.c().shape(), 0.7);
        Tensor vector = x.pass().tensor(Shape.of(1, 3), 2, 3, 5).expand(s.c().shape());
        return number.linear(w.v())
                .plus(vector.matmul(w.p()))
                .plus(w.usual(x, s))
                .tanh();
    }

    /** {@code tanh(W h + x₁ + Σ (h + b))}, the numbers repeated for every element of h. */
    static Tensor repeatedNumbers(Weights w, Tensor x, State s) {
        Tensor number = x.slice(1, 1, 2).expand(s.h().shape());
        Tensor sum = s.h().plus(w.b()).sum(1).unsqueeze(1);
        return s.h().linear(w.w()).plus(number).tanh().plus(sum.tanh());
    }

    /** {@code Wᵀ h + [c, c₂, c₃]}. */
    static Tensor onTopOfAVector(Weights w, Tensor x, State s) {
        return s.h().matmul(w.w()).plus(s.c().concat(1, s.c().slice(1, 1, 3)));
    }
}
