package dev.tendril.runtime.model;

import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.runtime.wiring.Evaluation;
import dev.tendril.runtime.wiring.Graph;
import java.util.List;

/**
 * The parts of a model as the training loop sees them.
 *
 * @param parts of the model
 */
public record ModelTraining(ModelParts parts) implements TrainableModel {
    @Override
    public Engine engine() {
        return parts.engine();
    }

    @Override
    public ParameterStore parameters() {
        return parts.parameters();
    }

    @Override
    public List<HeadLoss> losses(Batch batch, Pass pass) {
        return losses(parts.graph(), parts.graph().evaluate(batch.fields(), pass));
    }

    static List<HeadLoss> losses(Graph graph, Evaluation evaluation) {
        return graph.heads().stream()
                .map(head -> new HeadLoss(head.name(), head.weight(), evaluation.loss(head.name())))
                .toList();
    }
}
