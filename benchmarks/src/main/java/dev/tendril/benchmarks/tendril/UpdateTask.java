package dev.tendril.benchmarks.tendril;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.benchmarks.child.Task;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update of all parameters of a model by gradients that are there.
 *
 * @param <S> what the optimiser remembers
 */
final class UpdateTask<S extends State> implements Task {
    private final BenchmarkModel model;
    private final Optimizer<S> optimizer;
    private final Pass pass;
    private final Map<Parameter, S> states = new LinkedHashMap<>();
    private final Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
    private long steps;

    private UpdateTask(BenchmarkModel model, Optimizer<S> optimizer) {
        this.model = model;
        this.optimizer = optimizer;
        this.pass = model.engine().open(PassOptions.inference());
        model.parameters()
                .parameters()
                .forEach(parameter -> gradients.put(parameter, pass.full(parameter.shape(), 0.01)));
    }

    /** Updates by the optimiser that the model's file names. */
    static UpdateTask<?> of(BenchmarkModel model) {
        return new UpdateTask<>(model, model.optimizer());
    }

    @Override
    public void step() {
        steps++;
        model.engine().update(optimizer, states, gradients, optimizer.learningRate(), steps);
    }

    @Override
    public long parameters() {
        return model.parameters().elements();
    }

    @Override
    public void close() {
        pass.close();
        model.tendril().close();
    }
}
