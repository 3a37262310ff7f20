package dev.tendril.runtime.model;

import dev.tendril.api.data.Batch;
import dev.tendril.api.layer.Windowed.Window;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.wiring.Evaluation;
import dev.tendril.runtime.wiring.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    @Override
    public Map<String, Double> lossWeights(Batch batch) {
        Map<String, Double> weights = new LinkedHashMap<>();
        try (Pass pass = engine().open(PassOptions.inference())) {
            Evaluation evaluation = parts.graph().evaluate(batch.fields(), pass);
            for (NodeSpec head : parts.graph().heads()) {
                weights.put(head.name(), evaluation.lossWeight(head.name()));
            }
        }
        return weights;
    }

    @Override
    public int windowedSteps(Batch batch) {
        try (Pass pass = engine().open(PassOptions.inference())) {
            Evaluation evaluation = parts.graph().evaluate(batch.fields(), pass);
            return parts.graph().heads().stream()
                    .mapToInt(head -> evaluation.windowedSteps(head.name()))
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public WindowLosses losses(Batch batch, Window window, Map<String, List<Tensor>> before, Pass pass) {
        Evaluation evaluation = parts.graph().evaluate(batch.fields(), pass);
        List<HeadLoss> losses = new ArrayList<>();
        Map<String, List<Tensor>> carried = new LinkedHashMap<>();
        for (NodeSpec head : parts.graph().heads()) {
            Evaluation.WindowLoss loss =
                    evaluation.loss(head.name(), window, before.getOrDefault(head.name(), List.of()));
            losses.add(new HeadLoss(head.name(), head.weight(), loss.loss()));
            carried.put(head.name(), loss.carried());
        }
        return new WindowLosses(losses, carried);
    }

    static List<HeadLoss> losses(Graph graph, Evaluation evaluation) {
        return graph.heads().stream()
                .map(head -> new HeadLoss(head.name(), head.weight(), evaluation.loss(head.name())))
                .toList();
    }
}
