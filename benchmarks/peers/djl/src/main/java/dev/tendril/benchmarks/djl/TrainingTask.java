package dev.tendril.benchmarks.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import dev.tendril.benchmarks.child.Task;
import java.util.OptionalDouble;

/** Training on one batch, over and over. */
final class TrainingTask implements Task {
    private static final float LEARNING_RATE = 0.001f;

    private final NDManager manager;
    private final NDList inputs;
    private final NDArray targets;
    private final Model model = Model.newInstance("model");
    private final Trainer trainer;
    private double loss = Double.NaN;

    TrainingTask(Block block, NDManager manager, NDList inputs, NDArray targets) {
        this.manager = manager;
        this.inputs = inputs;
        this.targets = targets;
        model.setBlock(block);
        Adam adam = Adam.builder()
                .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                .build();
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(adam)
                .optDevices(new Device[] {Device.cpu()}));
        trainer.initialize(inputs.getShapes());
    }

    @Override
    public void step() {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDList given = copy(inputs, scope);
            NDList wanted = copy(new NDList(targets), scope);
            NDArray mean = trainer.getLoss().evaluate(wanted, trainer.forward(given));
            collector.backward(mean);
            loss = mean.getFloat();
        }
        trainer.step();
    }

    /** Results belong to the manager of what they are made from, so what is to be freed is made from copies. */
    private static NDList copy(NDList arrays, NDManager scope) {
        NDList copies = new NDList();
        for (NDArray array : arrays) {
            NDArray copy = array.duplicate();
            copy.attach(scope);
            copies.add(copy);
        }
        return copies;
    }

    @Override
    public OptionalDouble loss() {
        return OptionalDouble.of(loss);
    }

    @Override
    public long parameters() {
        return Counts.of(model.getBlock());
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
        manager.close();
    }
}
