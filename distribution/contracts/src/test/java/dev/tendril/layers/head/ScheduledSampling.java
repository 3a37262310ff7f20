package dev.tendril.layers.head;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.node.Affine;

/** The cell by which a decoder samples its own inputs, for tests outside this package. */
public final class ScheduledSampling {
    private ScheduledSampling() {}

    /**
     * The cell.
     *
     * @param place of its readout
     * @param sizes of the readout
     */
    public static <E extends CellState, N extends CellState> Cell<? extends CellState> cell(
            Stepper<E> embedding, Stepper<N> network, ComponentContext place, Sizes sizes) {
        Affine readout = Affine.biased(place, sizes.features(), sizes.vocabulary(), Initializers.weights());
        SampledInputs.Sampling sampling = new SampledInputs.Sampling(sizes.probability(), place.path());
        return new SampledInputs<>(embedding, network, readout, sampling);
    }

    /**
     * What surrounds the cell.
     *
     * @param features that the network gives
     * @param vocabulary number of tokens
     * @param probability that a step reads the model's own token
     */
    public record Sizes(int features, int vocabulary, double probability) {}
}
