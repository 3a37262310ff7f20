package dev.tendril.training.loss;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.Size;

/**
 * What losses that compare vectors with a target check alike, in words that name the loss: the output is vectors, over the time axes of
 * the target, of which there is one at most.
 *
 * @param loss its name in YAML
 */
record Comparison(String loss) {

    /**
     * Size of the vectors that a head gives.
     *
     * @param wanted what they should be, in words
     */
    Size vectors(EdgeType output, String wanted) {
        if (!(output.element() instanceof Element.Real real) || real.sizes().size() != 1) {
            throw mismatch("wants " + wanted + " as output; the head gives " + output);
        }
        return real.sizes().get(0);
    }

    /** Checks that both have as many time axes, one at most. */
    void checkAxes(EdgeType output, EdgeType target) {
        if (output.levels() > 1) {
            throw mismatch("compares whole examples or the steps of one time axis; the head gives " + output);
        }
        if (output.levels() != target.levels()) {
            throw mismatch("wants as many time axes in the target as in the output; the head gives " + output
                    + " and the target is " + target + remedy(output, target));
        }
    }

    /**
     * Checks that two sizes are equal, if both are known.
     *
     * @param wanted how they belong together, in words
     */
    void checkSizes(Size output, Size target, String wanted) {
        if (output.known() && target.known() && !output.equals(target)) {
            throw new InvalidGraph(
                    Port.TARGET,
                    InvalidGraph.Kind.SIZE_MISMATCH,
                    loss + " wants " + wanted + "; the head gives " + output + " and the target has " + target);
        }
    }

    /** A target of a kind that cannot be compared, or an output of one. */
    InvalidGraph mismatch(String message) {
        return new InvalidGraph(Port.TARGET, InvalidGraph.Kind.KIND_MISMATCH, loss + " " + message);
    }

    /** The numbers of a target that are compared one by one with those of an output. */
    Sequence numbers(Sequence output, Value target) {
        if (!(target instanceof Sequence wanted)) {
            throw new IllegalArgumentException(loss + " wants numbers as target, got ids of shape " + target.shape());
        }
        if (output.levels() > 1
                || output.shape().rank() != output.levels() + 2
                || !output.shape().equals(wanted.shape())
                || !output.lengths().equals(wanted.lengths())) {
            throw new IllegalArgumentException(loss + " wants numbers [B, D] or [B, T, D] on both sides, of the same"
                    + " shape and lengths; got output " + output.shape() + " of lengths " + output.lengths()
                    + " and target " + wanted.shape() + " of lengths " + wanted.lengths());
        }
        return wanted;
    }

    /** How many real steps a target has; its rows if it has no time axis. */
    static double realSteps(Value target) {
        return target.levels() == 0
                ? target.rows()
                : (double) target.lengths().get(0).total();
    }

    private static String remedy(EdgeType output, EdgeType target) {
        return output.levels() > target.levels()
                ? "; pool the sequence first"
                : "; predict at every step, without a pooling";
    }
}
