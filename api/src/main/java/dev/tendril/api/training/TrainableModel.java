package dev.tendril.api.training;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.data.Batch;
import dev.tendril.api.layer.Windowed;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** A model as the training loop sees it. */
@HostImplemented
public interface TrainableModel {

    /** The engine it computes with. */
    Engine engine();

    /** What is learnt. */
    ParameterStore parameters();

    /** The loss of every head on a batch. */
    List<HeadLoss> losses(Batch batch, Pass pass);

    /** The {@linkplain LossValue#weight weight} of every head's loss on a batch, by the head's name, without computing the loss. */
    Map<String, Double> lossWeights(Batch batch);

    /**
     * Number of steps that windows of a batch divide, of its longest row.
     *
     * @throws UnsupportedOperationException if the losses cannot be computed window by window
     */
    default int windowedSteps(Batch batch) {
        throw new UnsupportedOperationException("this model cannot be trained window by window");
    }

    /**
     * The loss of every head on a window of a batch, going on from the window before; no gradient reaches that one.
     *
     * @param before what the window before gave; empty before the first window
     * @throws UnsupportedOperationException if the losses cannot be computed window by window
     */
    default WindowLosses losses(Batch batch, Windowed.Window window, Map<String, List<Tensor>> before, Pass pass) {
        throw new UnsupportedOperationException("this model cannot be trained window by window");
    }

    /**
     * The losses of a window.
     *
     * @param heads of every head
     * @param carried into the next window, by head: copies that belong to no pass
     */
    record WindowLosses(List<HeadLoss> heads, Map<String, List<Tensor>> carried) {
        public WindowLosses {
            heads = List.copyOf(heads);
            carried = Map.copyOf(carried);
        }
    }

    /**
     * The loss of one head. The model's loss is the sum of {@code weight · mean} over its heads.
     *
     * @param head name of the node
     * @param weight of this head in the sum
     * @param value over the batch
     */
    record HeadLoss(String head, double weight, LossValue value) {}
}
