package dev.tendril.training;

import dev.tendril.api.data.Batch;
import dev.tendril.api.layer.Windowed.Window;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A window of a batch, with the state that is carried into it, and out of it once its losses were computed. Used by one thread. */
final class BatchWindow implements Portion {
    private final TrainableModel model;
    private final Batch batch;
    private final Window window;
    private Map<String, List<Tensor>> carried;

    BatchWindow(TrainableModel model, Batch batch, Window window, Map<String, List<Tensor>> carried) {
        this.model = model;
        this.batch = batch;
        this.window = window;
        this.carried = carried;
    }

    @Override
    public int pieces() {
        return 1;
    }

    @Override
    public Batch examples(int piece) {
        return batch;
    }

    @Override
    public List<HeadLoss> losses(Batch examples, Pass pass) {
        TrainableModel.WindowLosses losses = model.losses(examples, window, carried, pass);
        carried = losses.carried();
        return losses.heads();
    }

    @Override
    public Map<String, Double> weights(List<HeadLoss> heads) {
        Map<String, Double> weights = new LinkedHashMap<>();
        heads.forEach(head -> weights.put(head.head(), head.value().weight()));
        return weights;
    }

    /** What is carried on. */
    Map<String, List<Tensor>> carried() {
        return carried;
    }
}
