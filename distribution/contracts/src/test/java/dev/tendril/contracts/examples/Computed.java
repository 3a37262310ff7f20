package dev.tendril.contracts.examples;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.layer.Head;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.wiring.Evaluation;
import dev.tendril.runtime.wiring.Graph;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a graph computes of a batch: the loss of every head, its gradients by parameter, and what is predicted.
 *
 * @param numbers by what they are, row-major
 */
record Computed(Map<String, double[]> numbers) {
    private static final int TOKENS = 6;

    /** Computes with a graph that has the parameters of a model. */
    static Computed of(ModelParts parts, Graph graph, Batch batch) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        try (Pass pass = parts.engine().open(PassOptions.diagnostics())) {
            Evaluation evaluation = graph.evaluate(batch.fields(), pass);
            for (NodeSpec head : graph.heads()) {
                Tensor loss = evaluation.loss(head.name()).total();
                numbers.put("loss of " + head.name(), loss.toDoubles());
                Gradients gradients =
                        parts.engine().gradients(loss, parts.parameters().parameters());
                for (Parameter parameter : parts.parameters().parameters()) {
                    numbers.put(
                            "gradient of " + parameter.path(),
                            gradients.of(parameter).toDoubles());
                }
                if (graph.head(head.name()) instanceof Head.Scoring) {
                    numbers.put("scores of " + head.name(), real(evaluation.scores(head.name()), pass));
                } else {
                    generate(evaluation.stepModel(head.name()), numbers);
                }
            }
        }
        return new Computed(numbers);
    }

    private static double[] real(Sequence scores, Pass pass) {
        Tensor values = scores.levels() == 0
                ? scores.values()
                : scores.mask(pass).unsqueeze(-1).select(scores.values(), 0);
        return values.toDoubles();
    }

    private static <S extends CellState> void generate(StepModel<S> model, Map<String, double[]> numbers) {
        int[] begin = new int[model.rows()];
        Arrays.fill(begin, model.begin());
        Ids tokens = Ids.row(begin);
        S state = model.start();
        for (int step = 0; step < TOKENS; step++) {
            StepModel.Scored<S> scored = model.step(tokens, state);
            numbers.put("token " + step, scored.logProbabilities().toDoubles());
            tokens = scored.logProbabilities().argmax(-1);
            state = scored.state();
        }
    }

    /** What differs in any bit from another computation of the same. */
    List<String> differences(Computed other) {
        return numbers.entrySet().stream()
                .filter(entry -> !Arrays.equals(entry.getValue(), other.numbers.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
