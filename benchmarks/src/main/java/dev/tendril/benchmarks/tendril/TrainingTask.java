package dev.tendril.benchmarks.tendril;

import dev.tendril.api.cell.State;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.wiring.Evaluation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * Training on one batch, over and over.
 *
 * @param <S> what the optimiser remembers
 */
final class TrainingTask<S extends State> implements Task {
    private final BenchmarkModel model;
    private final Map<String, Value> fields;
    private final String head;
    private final Optimizer<S> optimizer;
    private final Map<Parameter, S> states = new LinkedHashMap<>();
    private final long[] examples;
    private long steps;
    private double loss = Double.NaN;

    private TrainingTask(BenchmarkModel model, Map<String, Value> fields, Optimizer<S> optimizer) {
        this.model = model;
        this.fields = fields;
        this.optimizer = optimizer;
        List<NodeSpec> heads = model.graph().heads();
        this.head = heads.get(0).name();
        this.examples =
                LongStream.range(0, fields.values().iterator().next().rows()).toArray();
    }

    /** Training as the model's file says. */
    static TrainingTask<?> of(BenchmarkModel model, Map<String, Value> fields) {
        return new TrainingTask<>(model, fields, model.optimizer());
    }

    @Override
    public void step() {
        Engine engine = model.engine();
        steps++;
        try (Pass pass = engine.open(PassOptions.training(RandomKey.of(steps), examples))) {
            Evaluation evaluation = model.graph().evaluate(fields, pass);
            Tensor mean = evaluation.loss(head).mean();
            Gradients gradients = engine.gradients(mean, model.parameters().parameters());
            Map<Parameter, Tensor> byParameter = new LinkedHashMap<>();
            model.parameters().parameters().forEach(parameter -> byParameter.put(parameter, gradients.of(parameter)));
            engine.update(optimizer, states, byParameter, optimizer.learningRate(), steps);
            loss = mean.item();
        }
    }

    /** What is trained. */
    BenchmarkModel model() {
        return model;
    }

    @Override
    public OptionalDouble loss() {
        return OptionalDouble.of(loss);
    }

    @Override
    public long parameters() {
        return model.parameters().elements();
    }

    @Override
    public void close() {
        model.tendril().close();
    }
}
