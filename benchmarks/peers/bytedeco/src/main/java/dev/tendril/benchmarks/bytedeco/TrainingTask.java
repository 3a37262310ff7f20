package dev.tendril.benchmarks.bytedeco;

import dev.tendril.benchmarks.child.Task;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** Training on one batch, over and over. */
final class TrainingTask implements Task {
    private static final double LEARNING_RATE = 0.001;

    private final Training training;
    private final TensorVector parameters = new TensorVector();
    private final Adam optimizer;
    private double loss = Double.NaN;

    TrainingTask(Training training) {
        this.training = training;
        for (Module module : training.modules()) {
            TensorVector own = module.parameters();
            for (long i = 0; i < own.size(); i++) {
                parameters.push_back(own.get(i));
            }
            module.train(true);
        }
        this.optimizer = new Adam(parameters, new AdamOptions(LEARNING_RATE));
    }

    @Override
    public void step() {
        Scopes.training(this::update);
    }

    private void update() {
        optimizer.zero_grad();
        Tensor mean = training.loss().get();
        mean.backward();
        optimizer.step();
        loss = mean.item_float();
    }

    @Override
    public OptionalDouble loss() {
        return OptionalDouble.of(loss);
    }

    @Override
    public long parameters() {
        return Parameters.count(training.modules());
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
