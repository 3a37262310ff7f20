package dev.tendril.plugin.attention.distribution;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A softmax within a window that moves one step of the source with every look (Luong et al. 2015, "local-m").
 * <pre>
 *   p_t = t                                      look t, counted from 0
 *   a_s = softmax of e_s over |s − p_t| ≤ D      0 elsewhere
 * </pre>
 * Once the window has left a row's real steps, its weights are 0.
 */
public final class LocalMonotonic implements Distribution<LocalMonotonic.State> {
    private final int radius;

    private LocalMonotonic(int radius) {
        this.radius = radius;
    }

    /**
     * Parameters of {@link LocalMonotonic}.
     *
     * @param window D
     */
    public record Parameters(
            @Param("Steps that are seen on each side of the middle.") @Default("10") @Range(min = 0)
            int window) {}

    /**
     * What is carried from look to look.
     *
     * @param position the middle of the next window, [B, 1]
     */
    public record State(Tensor position) implements CellState {}

    @Override
    public State initialState(Tensor mask, Pass pass) {
        return new State(pass.zeros(Shape.of(mask.shape().size(0), 1)));
    }

    @Override
    public Weighed<State> weigh(Tensor query, Tensor scores, Tensor mask, State previous) {
        Tensor distances = Window.distances(previous.position(), mask.shape().size(1));
        Tensor seen = Window.mask(mask, distances, radius + 0.5);
        Tensor moved = mask.slice(1, 0, 1); // [B, 1]: 0 in a row without a step to look at
        return new Weighed<>(
                scores.maskedSoftmax(seen), new State(previous.position().plus(moved)));
    }

    /** Registers it. */
    public static DistributionProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements DistributionProvider<Parameters> {
        @Override
        public String name() {
            return "local_monotonic";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Softmax within a window that moves on by one step with every look (Luong et al. 2015).";
        }

        @Override
        public Distribution<?> create(Parameters parameters, DistributionContext context) {
            return new LocalMonotonic(parameters.window());
        }
    }
}
