package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * A head whose loss can be computed window by window along its target, the state of one window carried into the next: what truncated
 * back-propagation through time needs (Williams and Peng 1990). The losses of all windows sum to {@link Head#loss}, if the state is carried
 * on within one pass.
 *
 * @param <S> what is carried
 */
@PluginImplemented
public interface Windowed<S extends CellState> {

    /** Number of steps that windows divide, of the longest row. */
    int steps(Value target);

    /**
     * The state before the first window.
     *
     * @param inputs all ports, {@code target} included
     */
    S start(Values inputs, Pass pass);

    /**
     * The loss of the steps from one to another.
     *
     * @param inputs all ports, {@code target} included
     * @param window which steps
     * @param before the state before the window
     */
    Part<S> loss(Values inputs, Window window, S before, Pass pass);

    /**
     * Steps from one to another.
     *
     * @param from the first
     * @param to behind the last
     */
    record Window(int from, int to) {
        public Window {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("no window goes from " + from + " to " + to);
            }
        }

        /** How many steps of a row of so many lie in it. */
        public int of(int steps) {
            return Math.max(0, Math.min(to, steps) - from);
        }
    }

    /**
     * What a window gives.
     *
     * @param loss summed over the real steps of the window, a scalar
     * @param weight what the sum is divided by for the mean; 0 if no row has a step there
     * @param after the state behind the window
     * @param <S> what is carried
     */
    record Part<S extends CellState>(Tensor loss, double weight, S after) {}
}
