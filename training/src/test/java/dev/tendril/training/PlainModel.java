package dev.tendril.training;

import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.training.TrainableModel;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A model given by its losses.
 *
 * @param loss of every head
 */
record PlainModel(Engine engine, ParameterStore parameters, BiFunction<Batch, Pass, List<HeadLoss>> loss)
        implements TrainableModel {
    @Override
    public List<HeadLoss> losses(Batch batch, Pass pass) {
        return loss.apply(batch, pass);
    }

    @Override
    public Map<String, Double> lossWeights(Batch batch) {
        try (Pass pass = engine.open(PassOptions.inference())) {
            return losses(batch, pass).stream().collect(Collectors.toMap(HeadLoss::head, head -> head.value()
                    .weight()));
        }
    }
}
