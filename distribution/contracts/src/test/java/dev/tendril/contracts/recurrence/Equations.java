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

    /** {@code tanh(Σₛ tanh(mₛ + Vᵀ h) P + U x + W h)}. */
    static Tensor productOfAMemory(Weights w, Tensor x, State s) {
        Tensor sheet = s.m().plus(s.h().matmul(w.v()).unsqueeze(1)).tanh(); // [B, S, C]
        return sheet.matmul(w.p()).sum(1).plus(w.usual(x, s)).tanh();
    }

    /** {@code tanh(Σ (Vᵀ h) P ⊙ b + U x + W h)}, the sum over two rows of two. */
    static Tensor productOfRepeatedRows(Weights w, Tensor x, State s) {
        Shape shape = Shape.of(x.shape().size(0), 2, 2, 3);
        Tensor sheet = s.h().matmul(w.v()).unsqueeze(1).unsqueeze(1).expand(shape);
        Tensor sum = sheet.matmul(w.p()).times(x.pass().attach(w.b())).sum(1).sum(1);
        return sum.plus(w.usual(x, s)).tanh();
    }

    /** {@code tanh(Σ norm(h) + U x + W h)}: the gradient of the norm is one number, repeated. */
    static Tensor sumOfANorm(Weights w, Tensor x, State s) {
        Tensor norm = s.h().layerNorm(w.b(), w.b(), 1e-3).sum(1).unsqueeze(1);
        return w.usual(x, s).plus(norm).tanh();
    }

    /** {@code tanh(V Σ (softmax(mᵀ) [m₁, m₁, m₁]) + U x + W h)}, the softmax over the steps of the memory, m₁ its first feature. */
    static Tensor softmaxOverTime(Weights w, Tensor x, State s) {
        Tensor first = s.m().slice(2, 0, 1).expand(s.m().shape()); // [B, S, C]
        Tensor mixed = s.m().transpose(1, 2).softmax().matmul(first); // [B, C, C]
        return mixed.sum(1).linear(w.v()).plus(w.usual(x, s)).tanh();
    }

    /** {@code tanh(V (softmax(Σ m) m) + U x + W h)}, the sums over the features of each step of the memory. */
    static Tensor sumsOverFeatures(Weights w, Tensor x, State s) {
        Tensor scores = s.m().transpose(1, 2).sum(1).softmax(); // [B, S]
        Tensor context = scores.unsqueeze(1).matmul(s.m()).squeeze(1); // [B, C]
        return context.linear(w.v()).plus(w.usual(x, s)).tanh();
    }

    /** {@code tanh(V (softmax(h norm(m P)ᵀ) m) + U x + W h)}: the gradient of the norm lies transposed. */
    static Tensor normedKeys(Weights w, Tensor x, State s) {
        Tensor keys = s.m().matmul(w.p()).layerNorm(w.b(), w.b(), 1e-3); // [B, S, H]
        Tensor scores = s.h().unsqueeze(1).matmul(keys.transpose(1, 2)).softmax(); // [B, 1, S]
        Tensor context = scores.matmul(s.m()).squeeze(1); // [B, C]
        return context.linear(w.v()).plus(w.usual(x, s)).tanh();
    }

    /** {@code tanh(tanh(m P + U x)₁ + V c + W h)}, the first step of a sheet. */
    static Tensor firstOfASheet(Weights w, Tensor x, State s) {
        Tensor sheet = s.m().matmul(w.p()).plus(x.linear(w.u()).unsqueeze(1)).tanh(); // [B, S, H]
        return sheet.at(1, 0)
                .plus(s.c().linear(w.v()))
                .plus(s.h().linear(w.w()))
                .tanh();
    }
}
