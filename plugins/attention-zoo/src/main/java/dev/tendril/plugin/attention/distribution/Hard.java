package dev.tendril.plugin.attention.distribution;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * One step of the source and no other: drawn while training, the likeliest outside it (Xu et al. 2015, "hard").
 * <pre>
 *   p = softmax(e)
 *   a = the unit vector of a step k ~ p            training
 *   a = the unit vector of the first largest e     otherwise
 *   gradient of e = (a − p) (a − p)ᵀ g             training; g the gradient of a, 0 otherwise
 * </pre>
 * The gradient is that of REINFORCE: a − p = ∇ log p_k is the score function, gᵀa what the step that was drawn costs, gᵀp the
 * baseline. A distribution cannot see the loss of each other choice, so costs are taken to first order in the weights; everything else
 * is exact, and on average over k the gradient is the one that softmax would hand on.
 */
public final class Hard implements Distribution<Hard.State> {
    /** Keeps a draw below 1 where numbers are rounded to float32. */
    private static final double BELOW_ONE = 1 - 1e-6;

    private final String path;

    private Hard(String path) {
        this.path = path;
    }

    /**
     * What is carried from look to look.
     *
     * @param noise of the next look
     */
    public record State(Noise noise) implements CellState {}

    @Override
    public State initialState(Tensor mask, Pass pass) {
        return new State(pass.noise(path, mask.shape().size(0)));
    }

    @Override
    public Weighed<State> weigh(Tensor query, Tensor scores, Tensor mask, State previous) {
        Tensor weights =
                scores.pass().training() ? drawn(scores, mask, previous.noise()) : first(scores.detach(), mask);
        return new Weighed<>(weights, new State(previous.noise().next()));
    }

    /** The unit vector of a step that is drawn, with the gradient above. */
    private static Tensor drawn(Tensor scores, Tensor mask, Noise noise) {
        Tensor known = mask.select(scores, 0);
        Tensor probabilities = known.maskedSoftmax(mask).detach();
        Tensor chosen = sample(probabilities, noise.uniform(1));
        Tensor score = chosen.minus(probabilities); // ∇ log p_k
        Tensor moved = score.times(known.minus(known.detach())).sum(-1).unsqueeze(-1); // 0, with gradient a − p
        return chosen.plus(score.times(moved));
    }

    /** The first step at which the summed probabilities exceed a share of their total. */
    private static Tensor sample(Tensor probabilities, Tensor uniform) {
        int steps = probabilities.shape().size(1);
        Tensor upTo = probabilities
                .pass()
                .tensor(Shape.of(steps, steps), (int at) -> at % steps <= at / steps ? 1 : 0); // row s sums 0 … s
        Tensor sums = probabilities.linear(upTo); // [B, S]
        Tensor total = sums.slice(1, steps - 1, steps); // [B, 1]
        Tensor reached = sums.greaterThan(uniform.times(BELOW_ONE).times(total)); // 0 … 0 1 … 1
        if (steps == 1) {
            return reached;
        }
        Tensor before = reached.slice(1, 0, 1).times(0).concat(1, reached.slice(1, 0, steps - 1));
        return reached.minus(before);
    }

    /** The unit vector of the first largest score: no other step beats it. */
    private static Tensor first(Tensor scores, Tensor mask) {
        int steps = mask.shape().size(1);
        Tensor known = mask.select(scores, 0);
        Tensor own = known.unsqueeze(2); // [B, S, 1], of step s
        Tensor other = known.unsqueeze(1); // [B, 1, S], of step t
        Tensor earlier =
                scores.pass().tensor(Shape.of(1, steps, steps), (int at) -> at % steps < at / steps % steps ? 1 : 0);
        Tensor notLess = own.greaterThan(other).oneMinus();
        Tensor beats = other.greaterThan(own).maximum(earlier.times(notLess)); // [B, S, S]
        Tensor beaten = beats.times(mask.unsqueeze(1)).sum(-1); // [B, S]
        return mask.times(beaten.greaterThan(0).oneMinus());
    }

    /** Registers it. */
    public static DistributionProvider<NoParameters> provider() {
        return new Provider();
    }

    private static final class Provider implements DistributionProvider<NoParameters> {
        @Override
        public String name() {
            return "hard";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "One step: drawn while training, the likeliest outside it (Xu et al. 2015).";
        }

        @Override
        public Distribution<?> create(NoParameters parameters, DistributionContext context) {
            return new Hard(context.path());
        }
    }
}
